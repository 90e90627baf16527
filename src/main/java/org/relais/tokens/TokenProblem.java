package org.relais.tokens;

import java.util.Locale;

/** What can be wrong with a token that an administrator describes. */
public enum TokenProblem {
    NAME_MISSING,
    NAME_TOO_LONG,
    NAME_TAKEN,
    LEVEL_MISSING,
    VALIDITY_MISSING;

    /** The key of its text in the translations. */
    public String key() {
        return "tokens.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
