package org.relais.help;

import org.relais.vocabulary.Keyed;

/** What can be wrong with a message. */
public enum ContactProblem implements Keyed {
    KIND_MISSING,
    ADDRESS_MISSING,
    ADDRESS_INVALID,
    TEXT_MISSING,
    TEXT_TOO_LONG;

    /** The key of its text in the translations. */
    @Override
    public String key() {
        return "help.problem." + Keyed.super.key();
    }
}
