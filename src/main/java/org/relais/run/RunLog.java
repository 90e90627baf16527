package org.relais.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;

/**
 * Keeps the status of the run that is going on in this process: in memory, in the database (progress at most four times a
 * second) and before the eyes of those who watch (progress at most ten times a second). The beginning and the end of a step
 * and of the run are always written and shown.
 */
public class RunLog {

    private static final Duration BETWEEN_WRITES = Duration.ofMillis(250);
    private static final Duration BETWEEN_SHOWS = Duration.ofMillis(100);

    /** Who is shown the run. */
    public interface Audience {

        /**
         * @param run how the run stands
         * @param turn whether a step or the run began or ended, rather than only moved on
         */
        void show(Run run, boolean turn);
    }

    private final Runs runs;
    private final Audience audience;
    private final Clock clock;
    private Run run;
    private Run written;
    private long writtenAt = System.nanoTime();
    private long shownAt = System.nanoTime();

    public RunLog(Run begun, Runs runs, Audience audience, Clock clock) {
        this.run = begun;
        this.written = begun;
        this.runs = runs;
        this.audience = audience;
        this.clock = clock;
        audience.show(begun, true);
    }

    public Run status() {
        return run;
    }

    public void begin(SyncStep step) {
        turn(step, s -> new RunStep(step, StepState.ACTIVE, null, 0L, null, now(), null, null));
    }

    public void done(SyncStep step) {
        turn(step, s -> ended(s, StepState.DONE, null));
    }

    public void skip(SyncStep step) {
        turn(step, s -> ended(s, StepState.SKIPPED, null));
    }

    /**
     * The step failed. The run's error is the first of its steps'; but since the Open mSupply central server asks the other
     * one about each call, a failure of that other one tells more than what it led to.
     */
    public void fail(SyncStep step, Failure failure) {
        Failure first = run.error();
        if (first == null || first.server() == CentralServer.OPEN && failure.server() == CentralServer.LEGACY) {
            run = withError(failure);
        }
        turn(step, s -> ended(s, StepState.FAILED, failure));
    }

    /** The step moved on. */
    public void progress(SyncStep step, Long total, Long done, Long sent) {
        change(step, s -> new RunStep(step, s.state(), total, done, sent, s.startedAt(), null, null));
        long now = System.nanoTime();
        if (now - writtenAt >= BETWEEN_WRITES.toNanos()) {
            write();
        }
        if (now - shownAt >= BETWEEN_SHOWS.toNanos()) {
            show(false);
        }
    }

    /** The run ended; steps that never began are skipped. */
    public void finish(Outcome outcome, Failure error) {
        List<RunStep> steps = run.steps().stream()
                .map(s -> s.state() == StepState.PENDING ? ended(s, StepState.SKIPPED, null) : s)
                .toList();
        Failure first = run.error() != null ? run.error() : error;
        run = new Run(run.id(), run.trigger(), run.startedBy(), run.startedAt(), now(), outcome, steps, first);
        try {
            write();
        } finally {
            show(true);
        }
    }

    /**
     * Ends the run after its log itself failed: as it was to end when that was known already, else as failed. Throws what the
     * database does; it may be called again.
     */
    public void finishAfterAll(Failure failure) {
        if (run.finishedAt() != null) {
            write();
            return;
        }
        List<RunStep> steps = run.steps().stream()
                .map(s -> s.state() == StepState.ACTIVE ? ended(s, StepState.FAILED, failure) : s)
                .toList();
        run = new Run(
                run.id(), run.trigger(), run.startedBy(), run.startedAt(), null, run.outcome(), steps, run.error());
        finish(Outcome.FAILED, failure);
    }

    private void turn(SyncStep step, UnaryOperator<RunStep> changed) {
        change(step, changed);
        write();
        show(true);
    }

    private void change(SyncStep step, UnaryOperator<RunStep> changed) {
        List<RunStep> steps = new ArrayList<>(run.steps());
        steps.replaceAll(s -> s.step() == step ? changed.apply(s) : s);
        run = new Run(
                run.id(),
                run.trigger(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.outcome(),
                steps,
                run.error());
    }

    private Run withError(Failure error) {
        return new Run(
                run.id(),
                run.trigger(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.outcome(),
                run.steps(),
                error);
    }

    private RunStep ended(RunStep s, StepState state, Failure error) {
        Instant finished = s.startedAt() == null ? null : now();
        return new RunStep(s.step(), state, s.total(), s.done(), s.sent(), s.startedAt(), finished, error);
    }

    private void write() {
        runs.save(written, run);
        written = run;
        writtenAt = System.nanoTime();
    }

    private void show(boolean turn) {
        shownAt = System.nanoTime();
        audience.show(run, turn);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The failure that stands for a person's or a restart's stop. */
    public Failure stopped(FailureCode code) {
        return new Failure(code, null, null, "", now());
    }
}
