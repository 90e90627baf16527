package org.relais.sync;

import java.util.List;
import java.util.Optional;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether what was interrupted is taken up again at once. A run that kills its process would kill it again, and nobody would
 * get at the settings: what was taken up twice and cut each time before it got further waits for the schedule, or for a person.
 * Where the power fails again and again, each run brings something, and the next goes on from there.
 */
@Component
class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    /** So many interruptions in vain one after the other: the run's own, and those of the two that took it up. */
    private static final int MOST_IN_A_ROW = 3;

    private static final String GIVEN_UP = "interrupted " + MOST_IN_A_ROW
            + " times one after the other without getting further: it is not taken up at once, but by the next run";

    private final Runs runs;

    Recovery(Runs runs) {
        this.runs = runs;
    }

    /** The run that is to be taken up now, if the last one was cut. */
    Optional<Run> due() {
        List<Run> last = runs.ended(MOST_IN_A_ROW);
        if (last.isEmpty() || last.getFirst().outcome() != Outcome.INTERRUPTED) {
            return Optional.empty();
        }
        Run cut = last.getFirst();
        if (last.size() == MOST_IN_A_ROW && allInVain(last)) {
            log.warn("Run {} was {}", cut.id(), GIVEN_UP);
            return Optional.empty();
        }
        return Optional.of(cut);
    }

    /** What is said of a run that is about to be closed as interrupted: whether it waits. */
    String wordsOnClosing() {
        List<Run> before = runs.ended(MOST_IN_A_ROW - 1);
        return before.size() == MOST_IN_A_ROW - 1 && allInVain(before) ? GIVEN_UP : "";
    }

    private static boolean allInVain(List<Run> runs) {
        return runs.stream().allMatch(run -> run.outcome() == Outcome.INTERRUPTED && !run.gotFurther());
    }
}
