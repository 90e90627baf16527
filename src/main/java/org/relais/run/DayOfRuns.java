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
 * @param took how long those that ended took on average; null when none did
 */
public record DayOfRuns(
        LocalDate day, long runs, long succeeded, long partial, long failed, long sent, long received, Duration took) {

    /** A day on which no run began. */
    static DayOfRuns without(LocalDate day) {
        return new DayOfRuns(day, 0, 0, 0, 0, 0, 0, null);
    }
}
