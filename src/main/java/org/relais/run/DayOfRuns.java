package org.relais.run;

import java.time.Duration;
import java.time.LocalDate;

/**
 * The runs that began on one day, summed up.
 *
 * @param day the day in the zone of the person who asks
 * @param runs how many began
 * @param succeeded how many of them succeeded
 * @param partial how many did a part
 * @param failed how many failed; the others were cancelled, interrupted, or go on
 * @param sent how many changes they sent
 * @param received how many records they fetched
 * @param bytes what they moved on the line in both directions, as far as that was kept
 * @param took how long those that ended took on average; null when none did
 */
public record DayOfRuns(
        LocalDate day,
        long runs,
        long succeeded,
        long partial,
        long failed,
        long sent,
        long received,
        long bytes,
        Duration took) {

    /** How it went at worst: the key of an {@link Outcome}, {@code others} where none ended by itself, {@code none} without a run. */
    public String worst() {
        if (failed > 0) {
            return Outcome.FAILED.key();
        }
        if (partial > 0) {
            return Outcome.PARTIAL.key();
        }
        if (succeeded > 0) {
            return Outcome.SUCCEEDED.key();
        }
        return runs > 0 ? "others" : "none";
    }

    /** A day on which no run began. */
    static DayOfRuns without(LocalDate day) {
        return new DayOfRuns(day, 0, 0, 0, 0, 0, 0, 0, null);
    }
}
