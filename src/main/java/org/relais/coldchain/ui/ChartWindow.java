package org.relais.coldchain.ui;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a chart shows.
 *
 * @param from its beginning
 * @param to its end, later than the beginning
 */
record ChartWindow(Instant from, Instant to) {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(3700);

    /** As the filter says it: its days, and where none are chosen the period until now. */
    static ChartWindow of(Scene scene) {
        MonitoringFilter filter = scene.filter();
        Instant first = filter.begin(scene.phrases().zone());
        Instant last = filter.end(scene.phrases().zone());
        Instant to = last == null ? scene.now() : last;
        Instant from = first == null ? to.minus(filter.period().length()) : first;
        return new ChartWindow(
                        from.isBefore(to) ? from : to.minus(filter.period().length()), to)
                .sensible();
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** Into how many equal stretches it is divided: about as many as there are columns to draw, and each row of a table into as many. */
    static int stretches(int columns, int rows) {
        return rows * Math.ceilDiv(columns, rows);
    }

    /** The middle half of it. */
    ChartWindow closer() {
        Duration quarter = length().dividedBy(4);
        return length().compareTo(SHORTEST.multipliedBy(2)) < 0
                ? this
                : new ChartWindow(from.plus(quarter), to.minus(quarter));
    }

    /** Twice as much. */
    ChartWindow wider() {
        Duration half = length().dividedBy(2);
        return new ChartWindow(from.minus(half), to.plus(half)).sensible();
    }

    /** A third of its length further; back when negative. */
    ChartWindow moved(int thirds) {
        Duration step = length().dividedBy(3).multipliedBy(thirds);
        return new ChartWindow(from.plus(step), to.plus(step));
    }

    /** Another one, as a person drew it; itself where that makes no sense. */
    ChartWindow drawn(double first, double last) {
        boolean within = last - first >= SHORTEST.toSeconds()
                && first >= from.getEpochSecond() - 1.0
                && last <= to.getEpochSecond() + 1.0;
        return within ? new ChartWindow(Instant.ofEpochSecond((long) first), Instant.ofEpochSecond((long) last)) : this;
    }

    private ChartWindow sensible() {
        return length().compareTo(LONGEST) > 0 ? new ChartWindow(to.minus(LONGEST), to) : this;
    }
}
