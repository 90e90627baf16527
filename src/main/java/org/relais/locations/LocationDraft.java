package org.relais.locations;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");

    /** Blanks at both ends are no part of a code or a description, whatever their kind; within a code all of them are one plain blank. */
    public LocationDraft {
        code = plain(code);
        description = description == null ? "" : BLANK_ENDS.matcher(description).replaceAll("");
    }

    /** What two codes have in common that people take for the same: blanks of every kind and number, and upper and lower case. */
    static String likeness(String code) {
        return Normalizer.normalize(plain(code), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String plain(String code) {
        return code == null ? "" : BLANKS.matcher(code).replaceAll(" ").strip();
    }
}
