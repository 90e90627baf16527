package org.relais.sync;

import java.util.Locale;

/** What can be wrong with the badge's thresholds. */
public enum BadgeProblem {
    SHOWN_FROM_OUT_OF_RANGE,
    LATE_OUT_OF_RANGE,
    OVERDUE_OUT_OF_RANGE,
    OVERDUE_NOT_AFTER_LATE;

    /** The key of its words in the translations; a duration out of range has those of every duration instead. */
    public String key() {
        return "badge.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
