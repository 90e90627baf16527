package org.relais.coldchain;

import java.math.BigDecimal;

/**
 * Where a sensor stands.
 *
 * @param locationId the location's id
 * @param code its code
 * @param description what it is, may be empty
 * @param minimum the lowest temperature that its type allows, in degrees Celsius; null for none
 * @param maximum the highest temperature that its type allows, in degrees Celsius; null for none
 */
public record Place(String locationId, String code, String description, BigDecimal minimum, BigDecimal maximum) {

    /** Whether a temperature is one that the place is not for. */
    public boolean excludes(BigDecimal temperature) {
        return minimum != null && temperature.compareTo(minimum) < 0
                || maximum != null && temperature.compareTo(maximum) > 0;
    }
}
