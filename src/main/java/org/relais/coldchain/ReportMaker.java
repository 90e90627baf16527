package org.relais.coldchain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes days of readings. A reading holds until the next one, or for as long as a sensor may be silent; beyond that nothing is known.
 * An alarm belongs to the day on which it went off, however long before it began to get warm or cold.
 */
final class ReportMaker {

    private static final double WHO_HOT = 8;
    private static final Duration WHO_HOT_FOR = Duration.ofHours(10);
    private static final double WHO_COLD = -0.5;
    private static final Duration WHO_COLD_FOR = Duration.ofMinutes(60);

    private final ZoneId zone;
    private final Duration patience;
    private final double lowest;
    private final double highest;
    private final Instant until;
    private final Map<LocalDate, DayCounter> days = new TreeMap<>();
    private final Run hot = new Run(WHO_HOT_FOR);
    private final Run cold = new Run(WHO_COLD_FOR);

    /**
     * @param first the first day
     * @param until the moment up to which something can be known
     * @param patience for how long a reading says something
     */
    ReportMaker(LocalDate first, Instant until, ZoneId zone, Duration patience, double lowest, double highest) {
        this.zone = zone;
        this.until = until;
        this.patience = patience;
        this.lowest = lowest;
        this.highest = highest;
        LocalDate last = LocalDate.ofInstant(until, zone);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.put(day, new DayCounter(day, zone, until));
        }
    }

    /** A stretch of time without a break, of which an alarm is told once. */
    private static final class Run {

        private final Duration alarmAfter;
        private Duration lasts = Duration.ZERO;

        Run(Duration alarmAfter) {
            this.alarmAfter = alarmAfter;
        }

        /** Whether the alarm goes off within this time. */
        boolean goesOn(boolean on, Duration time) {
            Duration before = lasts;
            lasts = on ? lasts.plus(time) : Duration.ZERO;
            return before.compareTo(alarmAfter) < 0 && lasts.compareTo(alarmAfter) >= 0;
        }

        void breakOff() {
            lasts = Duration.ZERO;
        }
    }

    /**
     * The days.
     *
     * @param readings each counted once, the oldest first
     * @param breaches when each began
     */
    List<ReportDay> days(List<LastReading> readings, List<Instant> breaches) {
        for (int i = 0; i < readings.size(); i++) {
            LastReading reading = readings.get(i);
            Instant silence = reading.takenAt().plus(patience);
            Instant next = i + 1 < readings.size() ? readings.get(i + 1).takenAt() : until;
            counter(reading.takenAt()).reading(reading.temperature().doubleValue());
            hold(reading, earlier(earlier(next, silence), until));
            if (next.isAfter(silence)) {
                hot.breakOff();
                cold.breakOff();
            }
        }
        breaches.forEach(start -> counter(start).breach());
        return days.values().stream().map(DayCounter::day).toList();
    }

    /** Midnight divides what a reading says. */
    private void hold(LastReading reading, Instant end) {
        double temperature = reading.temperature().doubleValue();
        Instant from = reading.takenAt();
        while (from.isBefore(end)) {
            Instant midnight = LocalDate.ofInstant(from, zone)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
            Instant to = earlier(midnight, end);
            Duration time = Duration.between(from, to);
            DayCounter day = counter(from);
            day.holds(temperature, time, lowest, highest);
            if (hot.goesOn(temperature > WHO_HOT, time)) {
                day.hotAlarm();
            }
            if (cold.goesOn(temperature <= WHO_COLD, time)) {
                day.coldAlarm();
            }
            from = to;
        }
    }

    /** What lies outside of the report is counted for nobody. */
    private DayCounter counter(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return days.getOrDefault(day, new DayCounter(day, zone, until));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
