package org.relais.api;

import java.util.List;
import java.util.Locale;
import org.relais.catalogue.CentralServer;
import org.relais.language.FailureWords;
import org.relais.run.Failure;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.sync.SyncStatus;
import org.springframework.stereotype.Component;

/** Writes what the engine tells as the HTTP interface has it, its sentences in the caller's language. */
@Component
class Wording {

    private final FailureWords words;

    Wording(FailureWords words) {
        this.words = words;
    }

    SyncBody status(SyncStatus status, Locale language) {
        return new SyncBody(
                status.current() != null,
                status.paused(),
                status.pending(),
                status.nextRunAt(),
                run(status.current(), language),
                run(status.last(), language),
                run(status.lastSuccess(), language));
    }

    RunBody run(Run run, Locale language) {
        if (run == null) {
            return null;
        }
        List<StepBody> steps =
                run.steps().stream().map(step -> step(step, language)).toList();
        return new RunBody(
                run.id(),
                run.trigger().key(),
                run.startedAt(),
                run.finishedAt(),
                run.outcome().key(),
                steps,
                error(run.error(), language));
    }

    private StepBody step(RunStep step, Locale language) {
        return new StepBody(
                step.step().key(),
                step.state().key(),
                step.total(),
                step.done(),
                step.sent(),
                step.startedAt(),
                step.finishedAt(),
                error(step.error(), language));
    }

    private ErrorBody error(Failure failure, Locale language) {
        if (failure == null) {
            return null;
        }
        CentralServer server = failure.server();
        return new ErrorBody(
                failure.code().key(),
                words.text(failure.code(), server, language),
                words.hint(failure.code(), server, language),
                server == null ? null : server.key(),
                failure.call(),
                failure.detail());
    }
}
