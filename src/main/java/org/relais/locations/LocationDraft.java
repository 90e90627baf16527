package org.relais.locations;

import java.math.BigDecimal;

/**
 * What a person can say about a location.
 *
 * @param code short name, unique in the store, 1 to 20 characters
 * @param description what it is, at most 100 characters, may be empty
 * @param typeId the id of its type, or null for none
 * @param volume how much can be stored in it, 0 or more
 * @param onHold whether nothing is to be taken from or put into it
 */
public record LocationDraft(String code, String description, String typeId, BigDecimal volume, boolean onHold) {

    /** The longest code. */
    public static final int CODE_LENGTH = 20;

    /** The longest description. */
    public static final int DESCRIPTION_LENGTH = 100;

    /** The largest volume: what is stored goes through binary numbers on its way, which keep so many digits exactly. */
    public static final BigDecimal LARGEST_VOLUME = new BigDecimal("1000000000");

    /** Blanks at both ends are no part of a code or a description. */
    public LocationDraft {
        code = code == null ? "" : code.strip();
        description = description == null ? "" : description.strip();
    }
}
