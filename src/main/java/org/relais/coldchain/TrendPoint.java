package org.relais.coldchain;

import java.time.Duration;
import java.time.Instant;

/**
 * What a sensor measured in some stretch of time.
 *
 * @param at when the stretch begins
 * @param minimum the lowest temperature, in degrees Celsius
 * @param maximum the highest
 */
public record TrendPoint(Instant at, double minimum, double maximum) {

    /** How much time a sensor's trend tells of. */
    public static final Duration TREND = Duration.ofDays(1);

    /** How long the stretches of a sensor's trend are. */
    public static final Duration STRETCH = Duration.ofMinutes(30);
}
