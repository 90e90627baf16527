package org.relais.coldchain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reports of thirty days, for a sensor. */
@Service
public class Reports {

    /** How many days a report has, today included. */
    public static final int DAYS = 30;

    /** What vaccines are kept at where the place's type says nothing. */
    private static final double USUAL_LOWEST = 2;

    private static final double USUAL_HIGHEST = 8;

    private final ColdChain coldChain;
    private final BreachRepository breaches;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reports(ColdChain coldChain, BreachRepository breaches, JdbcClient jdbc, Clock clock) {
        this.coldChain = coldChain;
        this.breaches = breaches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The report of a sensor.
     *
     * @param last its last day; a day that is still to come counts as today
     * @param zone whose midnight divides the days
     * @return empty when there is no such sensor
     */
    public Optional<TemperatureReport> of(String sensorId, LocalDate last, ZoneId zone) {
        return coldChain.find(sensorId).map(watched -> report(watched, last, zone));
    }

    private TemperatureReport report(WatchedSensor watched, LocalDate wanted, ZoneId zone) {
        Sensor sensor = watched.sensor();
        Place place = watched.place();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = wanted.isAfter(today) ? today : wanted;
        LocalDate first = last.minusDays(DAYS - 1L);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        Instant until = end.isBefore(now) ? end.minusNanos(1) : now;
        double lowest = place == null || place.minimum() == null
                ? USUAL_LOWEST
                : place.minimum().doubleValue();
        double highest = place == null || place.maximum() == null
                ? USUAL_HIGHEST
                : place.maximum().doubleValue();
        BreachQuery began = new BreachQuery(sensor.storeId(), Set.of(sensor.id()), null, Set.of(), null, until, false);
        List<Instant> starts = breaches.findAll(began.specification()).stream()
                .map(row -> row.breach().start())
                .filter(start -> !start.isBefore(from))
                .toList();
        List<ReportDay> days = new ReportMaker(first, until, zone, sensor.patience(), lowest, highest)
                .days(counted(sensor, from, until), starts);
        return new TemperatureReport(sensor, place, lowest, highest, days);
    }

    /** Readings that came twice, under other ids and some seconds off, count once for each interval. */
    private List<LastReading> counted(Sensor sensor, Instant from, Instant until) {
        Duration half = sensor.interval().dividedBy(2);
        return jdbc.sql("""
                        select taken_at, temperature from (
                            select taken_at, temperature, lag(taken_at) over (order by taken_at, temperature) as before_at
                            from reading where sensor_id = :sensor and taken_at >= :from and taken_at <= :until
                            and temperature is not null) r
                        where before_at is null or taken_at - before_at >= :half order by taken_at
                        """)
                .param("sensor", sensor.id())
                .param("from", from.getEpochSecond())
                .param("until", until.getEpochSecond())
                .param("half", half.toSeconds())
                .query((row, n) ->
                        new LastReading(BreachRow.degrees(row.getDouble(2)), Instant.ofEpochSecond(row.getLong(1))))
                .list();
    }
}
