package org.relais.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.language.FailureWords;
import org.relais.record.Sameness;
import org.relais.run.Advice;
import org.relais.run.Comparisons;
import org.relais.run.Run;
import org.relais.run.RunReport;
import org.relais.sync.SyncStatus;
import org.relais.vocabulary.Keyed;
import org.springframework.stereotype.Component;

/** Writes what the engine tells as the HTTP interface has it, its sentences in the caller's language. */
@Component
class Wording {

    private final FailureWords words;
    private final Comparisons comparisons;

    Wording(FailureWords words, Comparisons comparisons) {
        this.words = words;
        this.comparisons = comparisons;
    }

    SyncBody status(SyncStatus status, Locale language) {
        Map<Long, Sameness> found = found(Stream.of(status.current(), status.last(), status.lastSuccess())
                .filter(Objects::nonNull)
                .toList());
        return new SyncBody(
                status.current() != null,
                status.paused(),
                status.pending(),
                status.nextRunAt(),
                run(status.current(), found, language),
                run(status.last(), found, language),
                run(status.lastSuccess(), found, language));
    }

    RunBody run(Run run, Locale language) {
        return runs(List.of(run), language).getFirst();
    }

    List<RunBody> runs(List<Run> runs, Locale language) {
        Map<Long, Sameness> found = found(runs);
        return runs.stream().map(run -> run(run, found, language)).toList();
    }

    private Map<Long, Sameness> found(List<Run> runs) {
        return comparisons.after(runs.stream().map(Run::id).toList());
    }

    private RunBody run(Run run, Map<Long, Sameness> found, Locale language) {
        if (run == null) {
            return null;
        }
        RunReport report = RunReport.of(run, found.get(run.id()));
        Advice advice = new Advice(run, words);
        List<StepBody> steps = report.steps().stream()
                .map(step -> new StepBody(
                        step.step(),
                        step.state(),
                        step.total(),
                        step.done(),
                        step.sent(),
                        step.startedAt(),
                        step.finishedAt(),
                        error(step.error(), advice, language)))
                .toList();
        return new RunBody(
                report.id(),
                report.trigger(),
                report.startedAt(),
                report.finishedAt(),
                report.outcome(),
                steps,
                error(report.error(), advice, language),
                report.sameness());
    }

    private ErrorBody error(RunReport.Error error, Advice advice, Locale language) {
        if (error == null) {
            return null;
        }
        FailureCode code = Keyed.of(FailureCode.class, error.code());
        CentralServer server = Keyed.find(CentralServer.class, error.server()).orElse(null);
        return new ErrorBody(
                error.code(),
                words.text(code, server, language),
                advice.on(code, server, language),
                error.server(),
                error.call(),
                error.detail());
    }
}
