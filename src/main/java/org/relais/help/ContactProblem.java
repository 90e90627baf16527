package org.relais.help;

import java.util.Locale;

/** What can be wrong with a message. */
public enum ContactProblem {
    KIND_MISSING,
    ADDRESS_MISSING,
    ADDRESS_INVALID,
    TEXT_MISSING,
    TEXT_TOO_LONG;

    /** The key of its text in the translations. */
    public String key() {
        return "help.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
