package org.relais.coldchain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final ReadingLog log;
    private final Clock clock;

    Reports(ColdChain coldChain, BreachRepository breaches, ReadingLog log, Clock clock) {
        this.coldChain = coldChain;
        this.breaches = breaches;
        this.log = log;
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
        List<LastReading> counted = new ArrayList<>();
        log.each(
                new LogQuery(sensor.storeId(), Set.of(sensor.id()), null, from, until.plusNanos(1)),
                (its, reading) -> counted.add(new LastReading(reading.temperature(), reading.takenAt())));
        return counted;
    }
}
