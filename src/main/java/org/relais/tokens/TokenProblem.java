package org.relais.tokens;

import org.relais.vocabulary.Keyed;

/** What can be wrong with a token that an administrator describes. */
public enum TokenProblem implements Keyed {
    NAME_MISSING,
    NAME_TOO_LONG,
    NAME_TAKEN,
    LEVEL_MISSING,
    VALIDITY_MISSING;

    /** The key of its text in the translations. */
    @Override
    public String key() {
        return "tokens.problem." + Keyed.super.key();
    }
}
