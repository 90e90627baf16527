package org.relais.coldchain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.catalogue.RecordKey;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.OwnStores;
import org.relais.record.Saved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes what phones send: every row of a batch becomes a record of this site, in one transaction with all the others, or goes into
 * quarantine with its reason. A batch that failed half-way is sent again by its phone, and nothing of it comes twice.
 */
@Service
public class PhoneBatches {

    private final JdbcClient jdbc;
    private final LocalChanges changes;
    private final OwnStores ownStores;
    private final Quarantine quarantine;
    private final Phones phones;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PhoneBatches(
            JdbcClient jdbc,
            LocalChanges changes,
            OwnStores ownStores,
            Quarantine quarantine,
            Phones phones,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ownStores = ownStores;
        this.quarantine = quarantine;
        this.phones = phones;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes a batch.
     *
     * @param kind what its rows are, as the phone's call says
     * @return what became of each row, in their order
     * @throws org.springframework.dao.DataAccessException when the database does not take it; the phone has to send it again
     */
    public List<Taken> take(Phone phone, PhoneCall kind, List<Sent> rows) {
        Set<String> own = ownStores.ids();
        List<Sent.Usable> usable = rows.stream()
                .filter(Sent.Usable.class::isInstance)
                .map(Sent.Usable.class::cast)
                .toList();
        Places places = new Places(sensors(usable), phone.storeId(), own);
        List<LocalChange> wanted = new ArrayList<>(usable.size());
        usable.forEach(row -> wanted.add(change(row, places)));
        breaches(usable)
                .forEach((breach, its) -> wanted.add(
                        new LocalChange(new RecordKey(ColdChainTables.BREACH, breach), before -> new BreachPlaceholder(
                                        its.getFirst(),
                                        its.getLast(),
                                        places.of(its.getFirst().sensorId()))
                                .apply(before))));
        List<Saved> saved = changes.saveAll(wanted);

        List<Taken> taken = new ArrayList<>(rows.size());
        List<Sent.Unusable> aside = new ArrayList<>();
        int next = 0;
        for (Sent row : rows) {
            switch (row) {
                case Sent.Unusable unusable -> taken.add(setAside(unusable, aside));
                case Sent.Usable good -> taken.add(answer(good, saved.get(next++), places, aside));
            }
        }
        quarantine.keep(phone, kind, aside);
        phones.heard(phone, sensors(usable));
        changedStores(phone, taken).forEach(store -> events.publishEvent(new ColdChainChanged(store)));
        return taken;
    }

    /** Two phones of one house may hear the same sensor, which belongs to the store of one of them. */
    private static Set<String> changedStores(Phone phone, List<Taken> taken) {
        return Stream.concat(
                        Stream.of(phone.storeId()),
                        taken.stream()
                                .filter(Taken.Kept.class::isInstance)
                                .map(Taken.Kept.class::cast)
                                .map(Taken.Kept::storeId))
                .collect(Collectors.toSet());
    }

    private LocalChange change(Sent.Usable row, Places places) {
        return switch (row) {
            case Sent.Sensor sensor ->
                new LocalChange(
                        new RecordKey(ColdChainTables.SENSOR, sensor.id()),
                        before -> new SensorEdit(sensor, places.phoneStore, places.own, clock.instant()).apply(before));
            case Sent.Breach breach ->
                new LocalChange(
                        new RecordKey(ColdChainTables.BREACH, breach.id()),
                        before -> new BreachEdit(breach, places.of(breach.sensorId())).apply(before));
            case Sent.Reading reading ->
                new LocalChange(
                        new RecordKey(ColdChainTables.READING, reading.id()),
                        before -> new ReadingEdit(reading, places.of(reading.sensorId())).apply(before));
        };
    }

    /** The readings of each breach that is named, the earliest first. */
    private static Map<String, List<Sent.Reading>> breaches(List<Sent.Usable> rows) {
        return rows.stream()
                .filter(Sent.Reading.class::isInstance)
                .map(Sent.Reading.class::cast)
                .filter(reading -> reading.breachId() != null)
                .sorted(Comparator.comparing(Sent.Reading::takenAt).thenComparing(Sent.Reading::id))
                .collect(Collectors.groupingBy(Sent.Reading::breachId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Taken answer(Sent.Usable row, Saved saved, Places places, List<Sent.Unusable> aside) {
        if (saved instanceof Saved.CannotBeStored refused) {
            return setAside(
                    new Sent.Unusable(
                            Sent.Defect.REFUSED,
                            refused.reason().field(),
                            refused.reason().text(),
                            row.text()),
                    aside);
        }
        return places.kept(row);
    }

    private static Taken setAside(Sent.Unusable row, List<Sent.Unusable> aside) {
        aside.add(row);
        return new Taken.Quarantined(row.why());
    }

    private static Set<String> sensors(List<Sent.Usable> rows) {
        return rows.stream().map(PhoneBatches::sensor).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String sensor(Sent.Usable row) {
        return switch (row) {
            case Sent.Sensor sensor -> sensor.id();
            case Sent.Breach breach -> breach.sensorId();
            case Sent.Reading reading -> reading.sensorId();
        };
    }

    /** Whose the sensors of a batch are and where they stand: asked once, by the first change that needs it. */
    private final class Places {

        private final Set<String> sensors;
        private final String phoneStore;
        private final Set<String> own;
        private Map<String, SensorPlace> known;

        Places(Set<String> sensors, String phoneStore, Set<String> own) {
            this.sensors = sensors;
            this.phoneStore = phoneStore;
            this.own = own;
        }

        SensorPlace of(String sensorId) {
            if (known == null) {
                known = read();
            }
            return known.getOrDefault(sensorId, new SensorPlace(phoneStore, null, own));
        }

        Taken kept(Sent.Usable row) {
            SensorPlace place = of(sensor(row));
            return new Taken.Kept(row, place.storeId(), place.locationId());
        }

        /** A sensor that was another site's stands nowhere here. */
        private Map<String, SensorPlace> read() {
            return sensors.isEmpty()
                    ? Map.of()
                    : jdbc
                            .sql("select id, store_id, location_id from sensor where id in (:ids)")
                            .param("ids", sensors)
                            .query((row, n) -> Map.entry(
                                    row.getString(1),
                                    own.contains(row.getString(2))
                                            ? new SensorPlace(row.getString(2), row.getString(3), own)
                                            : new SensorPlace(phoneStore, null, own)))
                            .list()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
