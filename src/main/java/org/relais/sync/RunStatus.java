package org.relais.sync;

import java.time.Instant;
import java.util.List;

/**
 * One run, as far as it is.
 *
 * @param id the run's number
 * @param trigger what started it
 * @param startedBy the user who pressed the button, or null
 * @param startedAt when it began
 * @param finishedAt null while it goes on
 * @param outcome how it ended
 * @param steps its steps in order; those of a first synchronisation differ from the later ones
 * @param error the first failure, or null
 */
public record RunStatus(
        long id,
        Trigger trigger,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        List<StepStatus> steps,
        Failure error) {

    public RunStatus {
        steps = List.copyOf(steps);
    }
}
