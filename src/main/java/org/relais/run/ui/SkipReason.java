package org.relais.run.ui;

import java.util.List;
import java.util.Optional;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;

/**
 * Why steps of a run were skipped, told by what went wrong before them.
 *
 * @param steps all steps of the run, in order
 */
public record SkipReason(List<RunStep> steps) {

    public SkipReason {
        steps = List.copyOf(steps);
    }

    /** Why this one of them was skipped, in one sentence. */
    public String text(RunStep skipped, FailureWords failures, Phrases phrases) {
        Optional<RunStep> cause = cause(skipped);
        if (cause.isEmpty()) {
            return phrases.text("step.skipped.ended");
        }
        RunStep failed = cause.get();
        if (failed.stopped()) {
            return phrases.text("step.skipped." + failed.error().code().key());
        }
        String name = phrases.text("step." + failed.step().key());
        return sharesTheServer(failed, skipped)
                ? phrases.text(
                        "step.skipped.server", failures.server(failed.step().server(), phrases.locale()), name)
                : phrases.text("step.skipped.step", name);
    }

    /** The failure of its own server, else the last one before it: nothing was to go on after that. */
    private Optional<RunStep> cause(RunStep skipped) {
        List<RunStep> failed =
                steps.stream().filter(step -> step.state() == StepState.FAILED).toList();
        return failed.stream()
                .filter(step -> sharesTheServer(step, skipped))
                .findFirst()
                .or(() -> failed.stream().reduce((earlier, later) -> later));
    }

    private static boolean sharesTheServer(RunStep failed, RunStep skipped) {
        return failed.step() != SyncStep.PREPARE
                && failed.step().server() != null
                && failed.step().server() == skipped.step().server();
    }
}
