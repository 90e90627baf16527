package org.relais.sync;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * From when on the badge beside Synchronisation is shown and warns.
 *
 * @param shownFrom from how many waiting records on it is shown
 * @param lateAfter after how long without a success it turns amber
 * @param overdueAfter after how long without a success it turns red, and the health component goes down
 */
public record BadgeThresholds(int shownFrom, Duration lateAfter, Duration overdueAfter) {

    static final BadgeThresholds USUAL = new BadgeThresholds(1, Duration.ofDays(1), Duration.ofDays(3));

    /** The longest time, beyond which nobody would call it a warning. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /** The most records from which on the badge may be shown. */
    public static final int MOST = 1_000_000;

    /** The shortest time. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Whole seconds, as they are kept: two that differ by less are the same. */
    public BadgeThresholds {
        lateAfter = lateAfter.truncatedTo(ChronoUnit.SECONDS);
        overdueAfter = overdueAfter.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is wrong with them; empty when they can be kept. */
    Set<BadgeProblem> problems() {
        Set<BadgeProblem> problems = EnumSet.noneOf(BadgeProblem.class);
        if (shownFrom < 1 || shownFrom > MOST) {
            problems.add(BadgeProblem.SHOWN_FROM_OUT_OF_RANGE);
        }
        if (!allowed(lateAfter)) {
            problems.add(BadgeProblem.LATE_OUT_OF_RANGE);
        }
        if (!allowed(overdueAfter)) {
            problems.add(BadgeProblem.OVERDUE_OUT_OF_RANGE);
        } else if (overdueAfter.compareTo(lateAfter) <= 0) {
            problems.add(BadgeProblem.OVERDUE_NOT_AFTER_LATE);
        }
        return problems;
    }

    private static boolean allowed(Duration time) {
        return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
