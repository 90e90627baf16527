package org.relais.coldchain;

import java.time.Instant;

/**
 * What a sensor measured in some stretch of time.
 *
 * @param at when the stretch begins
 * @param minimum the lowest temperature, in degrees Celsius
 * @param maximum the highest
 */
public record TrendPoint(Instant at, double minimum, double maximum) {}
