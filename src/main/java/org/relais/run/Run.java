package org.relais.run;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One run, as far as it is.
 *
 * @param id the run's number
 * @param plan what it is to do
 * @param trigger what started it
 * @param startedBy the user who pressed the button, or null
 * @param startedAt when it began
 * @param finishedAt null while it goes on
 * @param outcome how it ended
 * @param steps its steps in order; those of a first synchronisation differ from the later ones
 * @param error the first failure, or null
 */
public record Run(
        long id,
        RunPlan plan,
        Trigger trigger,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        Outcome outcome,
        List<RunStep> steps,
        Failure error) {

    public Run {
        steps = List.copyOf(steps);
    }

    /** How many changes it has sent to the central servers so far, to both together. */
    public long sent() {
        return steps.stream()
                .map(RunStep::sent)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Whether one of its steps has processed anything so far. */
    public boolean gotFurther() {
        return steps.stream().anyMatch(step -> step.done() != null && step.done() > 0);
    }

    /** How many records it has fetched from the central servers so far. */
    public long received() {
        return steps.stream()
                .filter(step -> step.step().fetches() && step.done() != null)
                .mapToLong(RunStep::done)
                .sum();
    }

    /** The run with each of its steps changed. */
    Run withSteps(UnaryOperator<RunStep> change) {
        List<RunStep> changed = steps.stream().map(change).toList();
        return new Run(id, plan, trigger, startedBy, startedAt, finishedAt, outcome, changed, error);
    }

    /** The run with this failure as the one that stands for it. */
    Run withError(Failure failure) {
        return new Run(id, plan, trigger, startedBy, startedAt, finishedAt, outcome, steps, failure);
    }

    /** The run as it ends. */
    Run ended(Outcome how, Instant at) {
        return new Run(id, plan, trigger, startedBy, startedAt, at, how, steps, error);
    }
}
