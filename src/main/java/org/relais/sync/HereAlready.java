package org.relais.sync;

import java.util.List;
import java.util.Optional;
import org.relais.record.StoreComparison;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.springframework.stereotype.Component;

/**
 * How much of a first synchronisation is on the site already, over all the runs that it took so far: what a person wants to know who
 * waits for the line.
 */
@Component
public class HereAlready {

    private final StoreComparison records;

    HereAlready(StoreComparison records) {
        this.records = records;
    }

    /**
     * So much of it is here.
     *
     * @param records how many records came
     * @param ofAll how many there are, as far as is known
     * @param more whether there are more than that, of which nothing is known before they are asked for
     */
    public record Share(long records, long ofAll, boolean more) {}

    /** What is here while a first synchronisation rests or waits for the line; empty at any other time, and while nothing is here. */
    public Optional<Share> of(SyncStatus status) {
        Run run = status.newest();
        if (run == null || !isUnfinished(run) || status.current() != null && run.waitingSince() == null) {
            return Optional.empty();
        }
        long here = records.announced();
        List<RunStep> fetching =
                run.steps().stream().filter(step -> step.step().fetches()).toList();
        long known = fetching.stream()
                .filter(step -> step.total() != null && step.done() != null)
                .mapToLong(step -> Math.max(0, step.total() - step.done()))
                .sum();
        boolean more = fetching.stream().anyMatch(step -> step.total() == null && step.state() != StepState.DONE);
        return here == 0 ? Optional.empty() : Optional.of(new Share(here, here + known, more));
    }

    private static boolean isUnfinished(Run run) {
        return run.plan() != RunPlan.USUAL && run.outcome() != Outcome.SUCCEEDED;
    }
}
