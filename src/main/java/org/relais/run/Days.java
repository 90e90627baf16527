package org.relais.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Some days one after the other, as a zone has them: where the clock is changed a day has 23 or 25 hours, and a zone that moved
 * across the date line has one without any.
 *
 * @param first the first of them
 * @param count how many, at least 1
 * @param zone whose days
 */
record Days(LocalDate first, int count, ZoneId zone) {

    LocalDate day(int index) {
        return first.plusDays(index);
    }

    List<LocalDate> all() {
        return LongStream.range(0, count).mapToObj(first::plusDays).toList();
    }

    /** When each of them begins, in order. */
    List<Instant> starts() {
        return all().stream().map(this::start).toList();
    }

    Instant begin() {
        return start(first);
    }

    /** When the day after the last begins. */
    Instant end() {
        return start(first.plusDays(count));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
