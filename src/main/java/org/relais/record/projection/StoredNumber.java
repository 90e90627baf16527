package org.relais.record.projection;

import java.math.BigDecimal;

/** How a number is read from a column that {@link Column#number} fills. */
public final class StoredNumber {

    private StoredNumber() {}

    /** The shortest number that is this double: what the record says, up to 15 digits. Null for null. */
    public static BigDecimal decimal(Double number) {
        return number == null ? null : new BigDecimal(number.toString()).stripTrailingZeros();
    }
}
