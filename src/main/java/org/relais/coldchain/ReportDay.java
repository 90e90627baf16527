package org.relais.coldchain;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One day of a sensor as a report tells it. What is not known because nothing was measured is counted as missing, not as good.
 *
 * @param day which one, in the reader's zone
 * @param readings how many were measured, each counted once
 * @param minimum the lowest temperature in degrees Celsius; null without a reading
 * @param maximum the highest; null without a reading
 * @param mean the mean over the time that is known; null without a reading
 * @param above for how long it was warmer than it may be
 * @param below for how long it was colder than it may be
 * @param missing for how long nothing is known
 * @param hotAlarm whether WHO's alarm for heat went off on that day: above 8 °C for ten hours without a break
 * @param coldAlarm whether WHO's alarm for frost went off: at or below −0.5 °C for an hour without a break
 * @param breaches how many breaches the phone began on that day
 */
public record ReportDay(
        LocalDate day,
        int readings,
        Double minimum,
        Double maximum,
        Double mean,
        Duration above,
        Duration below,
        Duration missing,
        boolean hotAlarm,
        boolean coldAlarm,
        int breaches) {

    /** Whether somebody has to explain something about that day. */
    public boolean alarming() {
        return hotAlarm || coldAlarm || breaches > 0;
    }
}
