package org.relais.api.ui;

import java.util.Locale;
import org.relais.language.Phrases;

/**
 * What the description of the HTTP interface says, in the reader's language. The description itself is English, as programs and
 * their makers have it; each of its sentences stands in the translations under {@code interface.said.<its first letters>}.
 */
final class InterfaceWords {

    private static final int LONGEST = 60;

    private final Phrases phrases;

    InterfaceWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The page's own words. */
    Phrases phrases() {
        return phrases;
    }

    /** A sentence of the description; an empty one stays so. */
    String of(String english) {
        return english.isEmpty() ? "" : phrases.text("interface.said." + key(english));
    }

    private static String key(String english) {
        String letters =
                english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return letters.substring(0, Math.min(LONGEST, letters.length())).replaceAll("-$", "");
    }
}
