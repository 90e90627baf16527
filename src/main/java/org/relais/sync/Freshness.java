package org.relais.sync;

import java.time.Duration;
import java.time.Instant;
import org.relais.vocabulary.Keyed;

/** How old the last success is, as people must see it. */
public enum Freshness implements Keyed {
    /** Not yet late, or nothing is known that could have become old. */
    FRESH,
    LATE,
    OVERDUE;

    /**
     * How fresh it is.
     *
     * @param since from when on it counts, or null: see {@link LastSuccess}
     */
    public static Freshness of(Instant since, BadgeThresholds thresholds, Instant now) {
        if (since == null) {
            return FRESH;
        }
        Duration age = Duration.between(since, now);
        if (age.compareTo(thresholds.overdueAfter()) >= 0) {
            return OVERDUE;
        }
        return age.compareTo(thresholds.lateAfter()) >= 0 ? LATE : FRESH;
    }
}
