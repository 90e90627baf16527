package org.relais.sync;

import java.util.List;
import java.util.Optional;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether what was interrupted is taken up again at once. A run that kills its process would kill it again, and nobody would
 * get at the settings: what was taken up twice and cut each time before it got further waits for the schedule, or for a person.
 * Where the power fails again and again, each run brings something, and the next goes on from there.
 */
@Component
class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Runs runs;
    private final int mostInVain;
    private final String givenUp;

    /**
     * @param mostInVain so many interruptions in vain one after the other: the run's own, and those of the ones that took it up
     */
    Recovery(Runs runs, @Value("${relais.sync.interruptions-in-vain:3}") int mostInVain) {
        this.runs = runs;
        this.mostInVain = mostInVain;
        this.givenUp = "interrupted " + mostInVain
                + " times one after the other without getting further: it is not taken up at once, but by the next run";
    }

    /** The run that is to be taken up now, if the last one was cut. */
    Optional<Run> due() {
        List<Run> last = runs.ended(mostInVain);
        if (last.isEmpty() || last.getFirst().outcome() != Outcome.INTERRUPTED) {
            return Optional.empty();
        }
        Run cut = last.getFirst();
        if (last.size() == mostInVain && allInVain(last)) {
            log.warn("Run {} was {}", cut.id(), givenUp);
            return Optional.empty();
        }
        return Optional.of(cut);
    }

    /** What is said of a run that is about to be closed as interrupted: whether it waits. */
    String wordsOnClosing() {
        List<Run> before = runs.ended(mostInVain - 1);
        return before.size() == mostInVain - 1 && allInVain(before) ? givenUp : "";
    }

    private static boolean allInVain(List<Run> runs) {
        return runs.stream().allMatch(run -> run.outcome() == Outcome.INTERRUPTED && !run.gotFurther());
    }
}
