package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.record.projection.StoredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the sensors measured, asked by sets: there may be millions. A reading from a time that is still to come is kept and sent
 * like any other, but never counts as the last one: a phone's clock was wrong.
 */
@Component
public class Readings {

    /** By so much a phone's clock may be ahead of this server's. */
    public static final Duration AHEAD = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    Readings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each sensor measured last; those of which nothing came are not in it. */
    Map<String, LastReading> last(Collection<String> sensorIds, Instant now) {
        if (sensorIds.isEmpty()) {
            return Map.of();
        }
        Map<String, LastReading> last = new HashMap<>();
        jdbc.sql("""
                        select r.sensor_id, r.taken_at, max(r.temperature) from reading r
                        join (select sensor_id, max(taken_at) as taken_at from reading
                            where sensor_id in (:sensors) and taken_at <= :latest and temperature is not null
                            group by sensor_id) l
                        on l.sensor_id = r.sensor_id and l.taken_at = r.taken_at
                        group by r.sensor_id, r.taken_at
                        """)
                .param("sensors", sensorIds)
                .param("latest", now.plus(AHEAD).getEpochSecond())
                .query(row -> {
                    last.put(
                            row.getString(1),
                            new LastReading(
                                    StoredNumber.decimal(row.getDouble(3)), Instant.ofEpochSecond(row.getLong(2))));
                });
        return last;
    }

    /**
     * The lowest and highest temperatures of each sensor in equal stretches of time, so that no extreme is lost however many
     * readings there are; stretches without a reading are left out.
     *
     * @param stretches into how many the time is divided; each begins with the first whole second in it
     */
    public Map<String, List<TrendPoint>> trend(Collection<String> sensorIds, Instant from, Instant to, int stretches) {
        if (sensorIds.isEmpty()) {
            return Map.of();
        }
        long length = Math.max(1, Duration.between(from, to).toSeconds());
        return jdbc
                .sql("""
                        select sensor_id, (taken_at - :from) * :stretches div :length as stretch, min(temperature), max(temperature)
                        from reading where sensor_id in (:sensors) and taken_at >= :from and taken_at < :to
                        and temperature is not null group by sensor_id, stretch order by sensor_id, stretch
                        """)
                .param("sensors", sensorIds)
                .param("from", from.getEpochSecond())
                .param("to", to.getEpochSecond())
                .param("stretches", stretches)
                .param("length", length)
                .query((row, n) -> Map.entry(
                        row.getString(1),
                        new TrendPoint(
                                from.plusSeconds(Math.ceilDiv(row.getLong(2) * length, stretches)),
                                row.getDouble(3),
                                row.getDouble(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The highest or lowest temperature during each breach, by its id; one without a reading is not in it. */
    Map<String, BigDecimal> extremes(Collection<Breach> breaches, Instant now) {
        List<String> ids = breaches.stream().map(Breach::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Boolean> hot = breaches.stream()
                .collect(Collectors.toMap(Breach::id, breach -> breach.type().hot()));
        Map<String, BigDecimal> extremes = new HashMap<>();
        jdbc.sql("""
                        select b.id, min(r.temperature), max(r.temperature) from breach b join reading r
                        on r.sensor_id = b.sensor_id and r.taken_at >= b.started_at
                        and r.taken_at <= coalesce(b.ended_at, :latest) and r.temperature is not null
                        where b.id in (:breaches) group by b.id
                        """)
                .param("breaches", ids)
                .param("latest", now.plus(AHEAD).getEpochSecond())
                .query(row -> {
                    extremes.put(
                            row.getString(1), StoredNumber.decimal(row.getDouble(hot.get(row.getString(1)) ? 3 : 2)));
                });
        return extremes;
    }

    /** Since when a sensor has been out of a range without a break; empty when its last reading is not. */
    Optional<Instant> outsideSince(String sensorId, Place place, Instant now) {
        double minimum =
                place.minimum() == null ? -Double.MAX_VALUE : place.minimum().doubleValue();
        double maximum =
                place.maximum() == null ? Double.MAX_VALUE : place.maximum().doubleValue();
        return jdbc.sql("""
                        select min(taken_at) from reading where sensor_id = :sensor and taken_at <= :latest
                        and taken_at > coalesce((select max(taken_at) from reading where sensor_id = :sensor
                            and taken_at <= :latest and temperature between :minimum and :maximum), -9e18)
                        """)
                .param("sensor", sensorId)
                .param("latest", now.plus(AHEAD).getEpochSecond())
                .param("minimum", minimum)
                .param("maximum", maximum)
                .query((row, n) -> Optional.ofNullable((Long) row.getObject(1)).map(Instant::ofEpochSecond))
                .single();
    }
}
