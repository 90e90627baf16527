package org.relais.coldchain;

import org.relais.vocabulary.Keyed;

/** What can be wrong with what a person says of a breach. */
public enum BreachProblem implements Keyed {
    /** Nobody would know later what was done. */
    COMMENT_MISSING,
    /** Longer than the network keeps. */
    COMMENT_TOO_LONG,
    /** What is not over yet cannot be answered for. */
    GOES_ON,
    /** What is over needs no end. */
    IS_OVER;

    /** The key of its text in the translations. */
    @Override
    public String key() {
        return "coldchain.problem." + Keyed.super.key();
    }
}
