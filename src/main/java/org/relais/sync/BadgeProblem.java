package org.relais.sync;

import org.relais.vocabulary.Keyed;

/** What can be wrong with the badge's thresholds. */
public enum BadgeProblem implements Keyed {
    SHOWN_FROM_OUT_OF_RANGE,
    LATE_OUT_OF_RANGE,
    OVERDUE_OUT_OF_RANGE,
    OVERDUE_NOT_AFTER_LATE;

    /** The key of its words in the translations; a duration out of range has those of every duration instead. */
    @Override
    public String key() {
        return "badge.problem." + Keyed.super.key();
    }
}
