package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a sensor measured last.
 *
 * @param temperature in degrees Celsius
 * @param takenAt when
 */
public record LastReading(BigDecimal temperature, Instant takenAt) {}
