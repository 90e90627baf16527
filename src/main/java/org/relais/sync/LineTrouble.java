package org.relais.sync;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.relais.central.FailureCode;
import org.relais.run.Run;
import org.relais.run.RunPlan;

/**
 * How soon to try again when the line was lost: in 5 s, then twice as long after each run that brought nothing, up to the interval,
 * in a first synchronisation, or the one of a restored site, to 5 min. What only a person can cure, as a wrong password, does not hurry.
 *
 * @param first how long to wait after the first failure
 * @param most the longest that it grows to
 * @param failures how many runs in a row lost the line and brought nothing
 */
record LineTrouble(Duration first, Duration most, int failures) {

    private static final Set<FailureCode> OF_THE_LINE = EnumSet.of(FailureCode.CONNECTION, FailureCode.TIMEOUT);
    private static final Duration MOST_AT_FIRST = Duration.ofMinutes(5);

    /** After so many it has grown to whatever it grows to. */
    static final int COUNTED = 20;

    /**
     * What the last runs say.
     *
     * @param ended the last {@link #COUNTED} runs that ended, the newest first
     * @param first how long to wait after the first failure
     * @param interval between scheduled runs
     */
    static LineTrouble of(List<Run> ended, Duration first, Duration interval) {
        boolean beginning = !ended.isEmpty() && ended.getFirst().plan() != RunPlan.USUAL;
        Duration most = beginning ? MOST_AT_FIRST : interval;
        if (ended.isEmpty() || !lostTheLine(ended.getFirst())) {
            return new LineTrouble(first, most, 0);
        }
        // One that got further used the line while it was there: the next one shall not miss it.
        int inVain = (int) ended.stream()
                .takeWhile(run -> lostTheLine(run) && !run.gotFurther())
                .count();
        return new LineTrouble(first, most, Math.max(1, inVain));
    }

    /** Whether a run failed for the line, also if something else failed in it as well. */
    static boolean lostTheLine(Run run) {
        return run.failures().stream().anyMatch(failure -> OF_THE_LINE.contains(failure.code()));
    }

    /** Whether the line was lost at all. */
    boolean present() {
        return failures > 0;
    }

    /** How long to wait before the line is looked for again, without what chance adds. */
    Duration pause() {
        Duration grown = first.multipliedBy(1L << (failures - 1));
        return grown.compareTo(most) < 0 ? grown : most;
    }
}
