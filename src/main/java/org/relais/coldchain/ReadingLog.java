package org.relais.coldchain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.relais.record.projection.StoredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The readings of a store, one for each sensor and interval however often phones sent it. There may be millions: each sensor's are
 * read along the index of their times, from where the last page ended.
 */
@Component
public class ReadingLog {

    private static final String ROWS = """
            select sensor_id, location_id, breach_id, taken_at, temperature from reading
            where sensor_id = :sensor and store_id = :store and taken_at >= :from and taken_at < :to
            and temperature is not null and (:location is null or location_id = :location)
            order by taken_at\
            """;

    private static final Comparator<LoggedReading> LATEST_FIRST =
            Comparator.comparing(LoggedReading::takenAt).reversed().thenComparing(LoggedReading::sensorId);

    private static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final SensorRepository sensors;
    private final Clock clock;

    ReadingLog(JdbcClient jdbc, SensorRepository sensors, Clock clock) {
        this.jdbc = jdbc;
        this.sensors = sensors;
        this.clock = clock;
    }

    /**
     * A page of readings, the latest first.
     *
     * @param before where it begins: the end of the page before it; null for the first page
     * @param size how many it has; it may have some more or fewer, where readings have one time or were sent again
     */
    public LogPage page(LogQuery query, Instant before, int size) {
        List<Sensor> asked = asked(query);
        Map<String, Duration> intervals = intervals(asked);
        long to = before == null ? end(query) : Math.min(end(query), before.getEpochSecond());
        int read = 2 * size;
        List<LoggedReading> found = new ArrayList<>();
        // Beyond it there may be readings of some sensor that were not read.
        long whole = Long.MIN_VALUE;
        for (Sensor sensor : asked) {
            List<LoggedReading> its = rows(query, sensor.id(), begin(query), to, " desc limit " + read);
            if (its.size() == read) {
                whole = Math.max(whole, its.getLast().takenAt().getEpochSecond());
            }
            found.addAll(its);
        }
        found.sort(LATEST_FIRST);
        OncePerInterval once = new OncePerInterval(intervals);
        if (before != null) {
            ofThePageBefore(query, asked, before, once);
        }
        List<LoggedReading> page = new ArrayList<>();
        for (LoggedReading reading : found) {
            long at = reading.takenAt().getEpochSecond();
            boolean full = page.size() >= size && !page.getLast().takenAt().equals(reading.takenAt());
            if (at < whole || full) {
                return new LogPage(page, Optional.of(Instant.ofEpochSecond(Math.max(at + 1, whole))));
            }
            if (once.counts(reading.sensorId(), reading.takenAt())) {
                page.add(reading);
            }
        }
        return new LogPage(
                page, whole == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(whole)));
    }

    /** What was read last before the page decides whether its first readings are repeats. */
    private void ofThePageBefore(LogQuery query, List<Sensor> asked, Instant before, OncePerInterval once) {
        for (Sensor sensor : asked) {
            long to = Math.min(
                    end(query),
                    before.plus(sensor.interval()).plus(sensor.interval()).getEpochSecond());
            rows(query, sensor.id(), before.getEpochSecond(), to, " desc limit 100")
                    .forEach(reading -> once.counts(reading.sensorId(), reading.takenAt()));
        }
    }

    /** Hands over all readings that are asked for, sensor by sensor, the earliest first; a few at a time, however many there are. */
    public void each(LogQuery query, BiConsumer<Sensor, LoggedReading> receiver) {
        for (Sensor sensor : asked(query)) {
            OncePerInterval once = new OncePerInterval(intervals(List.of(sensor)));
            long from = begin(query);
            List<LoggedReading> batch;
            do {
                batch = rows(query, sensor.id(), from, end(query), " limit " + BATCH);
                boolean last = batch.size() < BATCH;
                long ends = batch.isEmpty() ? from : batch.getLast().takenAt().getEpochSecond();
                boolean oneMoment =
                        !batch.isEmpty() && batch.getFirst().takenAt().getEpochSecond() == ends;
                // Those of the last moment may not all be in this batch: they are read again, unless that would never
                // end.
                from = last || oneMoment ? ends + 1 : ends;
                long next = from;
                batch.stream()
                        .filter(reading -> last || reading.takenAt().getEpochSecond() < next)
                        .filter(reading -> once.counts(reading.sensorId(), reading.takenAt()))
                        .forEach(reading -> receiver.accept(sensor, reading));
            } while (batch.size() == BATCH);
        }
    }

    private List<Sensor> asked(LogQuery query) {
        return sensors.findByStoreIdOrderByNameAscIdAsc(query.storeId()).stream()
                .map(SensorRow::sensor)
                .filter(sensor ->
                        query.sensorIds().isEmpty() || query.sensorIds().contains(sensor.id()))
                .toList();
    }

    private static Map<String, Duration> intervals(List<Sensor> sensors) {
        return sensors.stream().collect(Collectors.toMap(Sensor::id, Sensor::interval));
    }

    private static long begin(LogQuery query) {
        return query.from() == null ? Long.MIN_VALUE : query.from().getEpochSecond();
    }

    private static long end(LogQuery query) {
        return query.to() == null ? Long.MAX_VALUE : query.to().getEpochSecond();
    }

    private List<LoggedReading> rows(LogQuery query, String sensorId, long from, long to, String order) {
        return jdbc.sql(ROWS + order)
                .param("sensor", sensorId)
                .param("store", query.storeId())
                .param("from", from)
                .param("to", to)
                .param("location", query.locationId())
                .query(this::reading)
                .list();
    }

    private LoggedReading reading(ResultSet row, int rowNumber) throws SQLException {
        Instant takenAt = Instant.ofEpochSecond(row.getLong(4));
        return new LoggedReading(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                takenAt,
                StoredNumber.decimal(row.getDouble(5)),
                LoggedReading.doubt(takenAt, clock.instant(), Readings.AHEAD));
    }
}
