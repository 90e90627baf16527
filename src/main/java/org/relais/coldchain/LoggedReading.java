package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What a sensor measured at one moment.
 *
 * @param sensorId the sensor
 * @param locationId where it stood; null when nobody said
 * @param breachId the breach that it belongs to; null for none
 * @param takenAt when
 * @param temperature in degrees Celsius
 * @param doubt why its time cannot be right; null when nothing is wrong with it
 */
public record LoggedReading(
        String sensorId, String locationId, String breachId, Instant takenAt, BigDecimal temperature, Doubt doubt) {

    /** Why a time cannot be right: the phone's clock was wrong. */
    public enum Doubt {
        /** It is still to come. */
        FUTURE,
        /** There were no such sensors yet. */
        LONG_AGO
    }

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    static Doubt doubt(Instant takenAt, Instant now, Duration ahead) {
        if (takenAt.isBefore(FIRST)) {
            return Doubt.LONG_AGO;
        }
        return takenAt.isAfter(now.plus(ahead)) ? Doubt.FUTURE : null;
    }
}
