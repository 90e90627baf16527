package org.relais.coldchain;

import java.math.BigDecimal;

/**
 * Between which temperatures it was in some stretch of time.
 *
 * @param lowest in degrees Celsius
 * @param highest in degrees Celsius
 */
public record Extremes(BigDecimal lowest, BigDecimal highest) {}
