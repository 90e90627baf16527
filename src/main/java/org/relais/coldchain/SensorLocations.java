package org.relais.coldchain;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.JsonText;
import org.relais.catalogue.RecordKey;
import org.relais.locations.Locations;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.Saved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Where sensors stand. Whoever says so needs the permission {@link Permission#EDIT_SENSOR_LOCATION} in the sensor's store; it is logged
 * as an activity and goes to the mSupply central server. What was measured stays where it was measured; only what has no location yet
 * may be given one afterwards.
 */
@Service
public class SensorLocations {

    private static final String ACTIVITY = "om_activity_log";
    private static final int BATCH = 1000;
    /** In seconds, as moments are. */
    private static final long DAY = 86_400;

    /** What a sensor measured: the type of the records, the table that is asked, and when each was. */
    private enum Measured {
        BREACHES(ColdChainTables.BREACH, "breach", "started_at"),
        READINGS(ColdChainTables.READING, "reading", "taken_at");

        private final String record;
        private final String table;
        private final String moment;

        Measured(String record, String table, String moment) {
            this.record = record;
            this.table = table;
            this.moment = moment;
        }

        Optional<Long> first(JdbcClient jdbc, Sensor sensor, long notBefore) {
            return jdbc.sql("select min(" + moment + ") from " + table + " where sensor_id = ? and " + moment + " >= ?")
                    .params(sensor.id(), notBefore)
                    .query(Long.class)
                    .optional();
        }

        List<String> ids(JdbcClient jdbc, Sensor sensor, String when, List<Long> bounds) {
            return jdbc.sql("select id from " + table + " where sensor_id = ? and " + moment + when
                            + " and store_id = ? and location_id is null")
                    .param(sensor.id())
                    .params(bounds)
                    .param(sensor.storeId())
                    .query(String.class)
                    .list();
        }
    }

    private final SensorRepository sensors;
    private final Locations locations;
    private final LocalChanges changes;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SensorLocations(
            SensorRepository sensors,
            Locations locations,
            LocalChanges changes,
            CurrentUser currentUser,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sensors = sensors;
        this.locations = locations;
        this.changes = changes;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the person may say where the sensors of that store stand. */
    public boolean mayChange(String storeId) {
        return currentUser.may(Permission.EDIT_SENSOR_LOCATION, storeId);
    }

    /**
     * A sensor stands at another location from now on; does nothing when it stands there already.
     *
     * @param read the sensor as it was when the person decided
     * @param locationId null for none
     * @throws SensorChanged when somebody else, or its phone, changed it since it was read, or the location is no more
     */
    public void change(Sensor read, String locationId) {
        SignedInUser person = currentUser.require(Permission.EDIT_SENSOR_LOCATION, read.storeId());
        if (Objects.equals(read.locationId(), locationId)) {
            return;
        }
        List<Saved> saved = changes.saveAll(List.of(
                new LocalChange(new RecordKey(ColdChainTables.SENSOR, read.id()), before -> {
                    RecordText record = new RecordText(unchanged(read, locationId, before));
                    record.text("locationID", locationId);
                    return Optional.of(record.text());
                }),
                activity(person, read, locationId)));
        if (saved.getFirst() instanceof Saved.CannotBeStored) {
            throw new SensorChanged(read.id());
        }
        events.publishEvent(new ColdChainChanged(read.storeId()));
    }

    /** How many readings of a sensor have no location. */
    public long withoutLocation(Sensor sensor) {
        return jdbc.sql("select count(*) from reading where sensor_id = ? and store_id = ? and location_id is null")
                .params(sensor.id(), sensor.storeId())
                .query(Long.class)
                .single();
    }

    /**
     * Gives all readings and breaches of a sensor that have no location the one where it stands. There may be very many: they are changed
     * a thousand at a time on a thread of their own, and what was changed stays changed if the rest fails.
     *
     * @return ends when all is done, or with what went wrong
     */
    public CompletableFuture<Void> giveEarlier(Sensor sensor) {
        currentUser.require(Permission.EDIT_SENSOR_LOCATION, sensor.storeId());
        return CompletableFuture.runAsync(
                () -> {
                    place(Measured.BREACHES, sensor);
                    place(Measured.READINGS, sensor);
                    events.publishEvent(new ColdChainChanged(sensor.storeId()));
                },
                work -> Thread.ofVirtual().name("earlier-readings").start(work));
    }

    /** A day at a time, as their index leads by sensor and moment: the thousandth thousand costs what the first does. */
    private void place(Measured kind, Sensor sensor) {
        save(kind, sensor, kind.ids(jdbc, sensor, " is null", List.of()));
        for (Optional<Long> day = kind.first(jdbc, sensor, Long.MIN_VALUE);
                day.isPresent();
                day = kind.first(jdbc, sensor, day.get() + DAY)) {
            long from = day.get();
            save(kind, sensor, kind.ids(jdbc, sensor, " between ? and ?", List.of(from, from + DAY - 1)));
        }
    }

    private void save(Measured kind, Sensor sensor, List<String> ids) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            changes.saveAll(ids.subList(from, Math.min(ids.size(), from + BATCH)).stream()
                    .map(id -> new LocalChange(new RecordKey(kind.record, id), before -> placed(before, sensor)))
                    .toList());
        }
    }

    private static Optional<String> placed(Optional<String> before, Sensor sensor) {
        if (before.isEmpty()) {
            return before;
        }
        RecordText record = new RecordText(before);
        if (record.value("location_ID").isEmpty()) {
            record.text("location_ID", sensor.locationId());
        }
        return Optional.of(record.text());
    }

    private Optional<String> unchanged(Sensor read, String locationId, Optional<String> now) {
        boolean there = locationId == null
                || locations
                        .find(locationId)
                        .filter(location -> read.storeId().equals(location.storeId()))
                        .isPresent();
        boolean same = sensors.findById(read.id())
                .filter(row -> row.sensor().version() == read.version())
                .isPresent();
        if (!there || !same || now.isEmpty()) {
            throw new SensorChanged(read.id());
        }
        return now;
    }

    private LocalChange activity(SignedInUser person, Sensor sensor, String locationId) {
        String id = UUID.randomUUID().toString();
        String time = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ID", id);
        values.put("type", "SensorLocationChanged");
        values.put("user_ID", person.id());
        values.put("store_ID", sensor.storeId());
        values.put("record_ID", sensor.id());
        values.put("datetime", time);
        values.put("changed_to", Objects.requireNonNullElse(locationId, ""));
        values.put("changed_from", Objects.requireNonNullElse(sensor.locationId(), ""));
        values.replaceAll((key, value) -> JsonCopy.quoted(value));
        return LocalChange.to(new RecordKey(ACTIVITY, id), JsonText.with("{}", values));
    }
}
