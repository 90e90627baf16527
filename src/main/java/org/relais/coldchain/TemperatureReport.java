package org.relais.coldchain;

import java.time.Duration;
import java.util.List;

/**
 * A month of a sensor, day by day (WHO PQS, 30-day temperature recorders, beside the phone's own alarms).
 *
 * @param sensor which one
 * @param place where it stands; null when nobody said
 * @param lowest the coldest that it may be, in degrees Celsius
 * @param highest the warmest that it may be
 * @param days the days, the oldest first
 */
public record TemperatureReport(Sensor sensor, Place place, double lowest, double highest, List<ReportDay> days) {

    public TemperatureReport {
        days = List.copyOf(days);
    }

    /** For how long it was too warm or too cold. */
    public Duration outside() {
        return days.stream().map(day -> day.above().plus(day.below())).reduce(Duration.ZERO, Duration::plus);
    }

    /** For how long nothing is known. */
    public Duration missing() {
        return days.stream().map(ReportDay::missing).reduce(Duration.ZERO, Duration::plus);
    }

    /** On how many days there was an alarm or a breach. */
    public long alarms() {
        return days.stream().filter(ReportDay::alarming).count();
    }
}
