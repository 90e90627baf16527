package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which it was too warm or too cold at a sensor.
 *
 * @param id its id
 * @param storeId the store that owns it
 * @param sensorId the sensor that noticed it
 * @param locationId where the sensor stood; null when nobody said
 * @param type what kind; too warm for one that this version does not know
 * @param start when it began
 * @param end when it was over; null while it goes on
 * @param minimum the lower bound of its range in degrees Celsius; null for none
 * @param maximum the upper bound of its range in degrees Celsius; null for none
 * @param lasting for how long it had to be outside before it was a breach
 * @param acknowledged whether somebody answered for it
 * @param comment what that person wrote; empty for nothing
 * @param version of the stored record, by which a change made meanwhile is noticed
 */
public record Breach(
        String id,
        String storeId,
        String sensorId,
        String locationId,
        BreachType type,
        Instant start,
        Instant end,
        BigDecimal minimum,
        BigDecimal maximum,
        Duration lasting,
        boolean acknowledged,
        String comment,
        long version) {

    /** Beyond it phones say that there is no bound. */
    private static final BigDecimal NO_BOUND = BigDecimal.valueOf(900);

    /** Whether it goes on. */
    public boolean open() {
        return end == null;
    }

    /** For how long it lasts, or lasted. */
    public Duration duration(Instant now) {
        Duration lasted = Duration.between(start, end == null ? now : end);
        return lasted.isNegative() ? Duration.ZERO : lasted;
    }

    /** The bound that was crossed: above it was too warm, or below it too cold; empty where it is not known. */
    public Optional<BigDecimal> bound() {
        BigDecimal bound = type.hot() ? minimum : maximum;
        return Optional.ofNullable(bound).filter(number -> number.abs().compareTo(NO_BOUND) < 0);
    }
}
