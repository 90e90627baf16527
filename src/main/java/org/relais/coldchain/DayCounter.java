package org.relais.coldchain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Adds up one day. */
final class DayCounter {

    private final LocalDate day;
    private final Duration length;
    private int readings;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double weighted;
    private Duration known = Duration.ZERO;
    private Duration above = Duration.ZERO;
    private Duration below = Duration.ZERO;
    private boolean hotAlarm;
    private boolean coldAlarm;
    private int breaches;

    /** @param until what lies behind that is not missing yet */
    DayCounter(LocalDate day, ZoneId zone, Instant until) {
        this.day = day;
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Duration whole = Duration.between(day.atStartOfDay(zone).toInstant(), end.isBefore(until) ? end : until);
        this.length = whole.isNegative() ? Duration.ZERO : whole;
    }

    void reading(double temperature) {
        readings++;
        minimum = Math.min(minimum, temperature);
        maximum = Math.max(maximum, temperature);
    }

    void holds(double temperature, Duration time, double lowest, double highest) {
        known = known.plus(time);
        weighted += temperature * time.toMillis();
        if (temperature > highest) {
            above = above.plus(time);
        } else if (temperature < lowest) {
            below = below.plus(time);
        }
    }

    void hotAlarm() {
        hotAlarm = true;
    }

    void coldAlarm() {
        coldAlarm = true;
    }

    void breach() {
        breaches++;
    }

    ReportDay day() {
        Duration missing = length.minus(known);
        return new ReportDay(
                day,
                readings,
                readings == 0 ? null : minimum,
                readings == 0 ? null : maximum,
                known.isZero() ? null : weighted / known.toMillis(),
                above,
                below,
                missing.isNegative() ? Duration.ZERO : missing,
                hotAlarm,
                coldAlarm,
                breaches);
    }
}
