package org.relais.coldchain.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.relais.coldchain.BreachQuery;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.LogQuery;
import org.relais.vocabulary.Keyed;

/**
 * What a person looks at on the monitoring page, as its address says it; what nobody can read in an address is left out.
 *
 * @param store the store; null for the one that the person works in
 * @param sensors of which sensors; empty for all
 * @param location at which location; null for all
 * @param from from which day on; null for no bound
 * @param to until which day, which is meant too; null for no bound
 * @param type breaches of which type; null for all
 * @param unacknowledged whether only breaches that nobody answered for
 * @param period how much the chart shows where no days are chosen
 * @param breach the breach that is open; null for the first that waits
 * @param before where the page of the log begins; null for the latest readings
 */
record MonitoringFilter(
        MonitoringTab tab,
        String store,
        Set<String> sensors,
        String location,
        LocalDate from,
        LocalDate to,
        BreachType type,
        boolean unacknowledged,
        Period period,
        String breach,
        Instant before) {

    static final String PATH = "cold-chain/monitoring";

    private static final MonitoringFilter ALL = new MonitoringFilter(
            MonitoringTab.BREACHES, null, Set.of(), null, null, null, null, false, Period.DAY, null, null);

    /** Everything, as the page shows it first. */
    static MonitoringFilter all() {
        return ALL;
    }

    static MonitoringFilter read(QueryParameters address) {
        return new MonitoringFilter(
                one(address, "tab", word -> Keyed.find(MonitoringTab.class, word)
                                .orElse(MonitoringTab.BREACHES))
                        .orElse(MonitoringTab.BREACHES),
                address.getSingleParameter("store").orElse(null),
                new TreeSet<>(address.getParameters("sensor")),
                address.getSingleParameter("location").orElse(null),
                one(address, "from", LocalDate::parse).orElse(null),
                one(address, "to", LocalDate::parse).orElse(null),
                address.getSingleParameter("type").flatMap(BreachType::named).orElse(null),
                address.getSingleParameter("unacknowledged").isPresent(),
                one(address, "period", word -> Keyed.find(Period.class, word).orElse(Period.DAY))
                        .orElse(Period.DAY),
                address.getSingleParameter("breach").orElse(null),
                one(address, "before", Instant::parse).orElse(null));
    }

    private static <T> Optional<T> one(QueryParameters address, String name, Function<String, T> reading) {
        try {
            return address.getSingleParameter(name).map(reading);
        } catch (DateTimeParseException mistyped) {
            return Optional.empty();
        }
    }

    /** As the address says it. */
    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "tab", tab == MonitoringTab.BREACHES ? null : tab.key());
        put(parameters, "store", store);
        if (!sensors.isEmpty()) {
            parameters.put("sensor", List.copyOf(new TreeSet<>(sensors)));
        }
        put(parameters, "location", location);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "type", type);
        put(parameters, "unacknowledged", unacknowledged ? "yes" : null);
        put(parameters, "period", period == Period.DAY ? null : period.key());
        put(parameters, "breach", breach);
        put(parameters, "before", before);
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    /** The address of what it shows. */
    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    /** The address of one breach. */
    static String ofBreach(String id) {
        return ALL.with(id).address();
    }

    /** The address of a sensor's part of a tab. */
    static String ofSensor(MonitoringTab tab, String id) {
        return ALL.with(tab).ofSensors(Set.of(id)).address();
    }

    /** The same on another tab: from its beginning. */
    MonitoringFilter with(MonitoringTab chosen) {
        return new MonitoringFilter(
                chosen, store, sensors, location, from, to, type, unacknowledged, period, null, null);
    }

    MonitoringFilter in(String chosen) {
        return new MonitoringFilter(tab, chosen, Set.of(), null, from, to, type, unacknowledged, period, null, null);
    }

    MonitoringFilter ofSensors(Set<String> chosen) {
        return new MonitoringFilter(tab, store, chosen, location, from, to, type, unacknowledged, period, null, null);
    }

    MonitoringFilter at(String chosen) {
        return new MonitoringFilter(tab, store, sensors, chosen, from, to, type, unacknowledged, period, null, null);
    }

    MonitoringFilter between(LocalDate first, LocalDate last) {
        return new MonitoringFilter(
                tab, store, sensors, location, first, last, type, unacknowledged, period, null, null);
    }

    MonitoringFilter of(BreachType chosen) {
        return new MonitoringFilter(
                tab, store, sensors, location, from, to, chosen, unacknowledged, period, null, null);
    }

    MonitoringFilter onlyUnacknowledged(boolean only) {
        return new MonitoringFilter(tab, store, sensors, location, from, to, type, only, period, null, null);
    }

    /** The last hours or days, whatever days were chosen. */
    MonitoringFilter with(Period chosen) {
        return new MonitoringFilter(
                tab, store, sensors, location, null, null, type, unacknowledged, chosen, null, null);
    }

    MonitoringFilter with(String openBreach) {
        return new MonitoringFilter(
                tab, store, sensors, location, from, to, type, unacknowledged, period, openBreach, null);
    }

    MonitoringFilter with(Instant begin) {
        return new MonitoringFilter(tab, store, sensors, location, from, to, type, unacknowledged, period, null, begin);
    }

    /** Whether it leaves anything out. */
    boolean narrows() {
        return !sensors.isEmpty() || location != null || from != null || to != null || type != null || unacknowledged;
    }

    BreachQuery breaches(String storeId, ZoneId zone) {
        return new BreachQuery(
                storeId,
                sensors,
                location,
                type == null ? Set.of() : Set.of(type),
                begin(zone),
                end(zone),
                unacknowledged);
    }

    LogQuery readings(String storeId, ZoneId zone) {
        return new LogQuery(storeId, sensors, location, begin(zone), end(zone));
    }

    /** When the first day begins; null for no bound. */
    Instant begin(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** When the last day is over; null for no bound. */
    Instant end(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
