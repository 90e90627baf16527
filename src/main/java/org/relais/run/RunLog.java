package org.relais.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.central.Traffic;

/**
 * Keeps the status of the run that is going on in this process: in memory, in the database (progress at most four times a
 * second) and before the eyes of those who watch (progress at most ten times a second). The beginning and the end of a step
 * and of the run are always written and shown.
 *
 * <p>All times of a run are counted from its start by the time that really passed: however the machine's clock is set
 * meanwhile, nothing ends before it began, and what took a minute is a minute long.
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
    private final Supplier<Traffic> traffic;
    private final LongSupplier nanos;
    private final long begunAt;
    private Run run;
    private long writtenAt;
    private long shownAt;

    /** @param traffic what the run has moved on the line so far */
    public RunLog(Run begun, Runs runs, Audience audience, Supplier<Traffic> traffic) {
        this(begun, runs, audience, traffic, System::nanoTime);
    }

    /** @param nanos the time that really passes, as {@link System#nanoTime()} has it */
    RunLog(Run begun, Runs runs, Audience audience, Supplier<Traffic> traffic, LongSupplier nanos) {
        this.run = begun;
        this.runs = runs;
        this.audience = audience;
        this.traffic = traffic;
        this.nanos = nanos;
        this.begunAt = nanos.getAsLong();
        this.writtenAt = begunAt;
        this.shownAt = begunAt;
        audience.show(begun, true);
    }

    public Run status() {
        return run;
    }

    public void begin(SyncStep step) {
        turn(step, s -> s.begun(now()));
    }

    public void done(SyncStep step) {
        turn(step, s -> s.ended(StepState.DONE, now(), null));
    }

    public void skip(SyncStep step) {
        turn(step, s -> s.ended(StepState.SKIPPED, now(), null));
    }

    /**
     * The step failed. The run's error is the first of its steps'; but since the Open mSupply central server asks the other
     * one about each call, a failure of that other one tells more than what it led to.
     */
    public void fail(SyncStep step, Failure failure) {
        Failure first = run.error();
        if (first == null || first.server() == CentralServer.OPEN && failure.server() == CentralServer.LEGACY) {
            run = run.withError(failure);
        }
        turn(step, s -> s.ended(StepState.FAILED, now(), failure));
    }

    /** The step moved on. */
    public void progress(SyncStep step, Long total, Long done, Long sent, Long setAside) {
        change(step, s -> s.with(total, done, sent, setAside));
        long now = nanos.getAsLong();
        if (now - writtenAt >= BETWEEN_WRITES.toNanos()) {
            write();
        }
        if (now - shownAt >= BETWEEN_SHOWS.toNanos()) {
            show(false);
        }
    }

    /** The step that is at work waits for the line, which dropped just now, until it moves on or ends. */
    public void lineDropped() {
        Instant since = now();
        run = run.withSteps(s -> s.state() == StepState.ACTIVE ? s.waiting(since) : s);
        write();
        show(true);
    }

    /** Nobody waits for the line any more: it is back, or was waited for long enough. */
    public void waitsNoMore() {
        run = run.withSteps(s -> s.waitingSince() != null ? s.waiting(null) : s);
        write();
        show(true);
    }

    /** The run ended; steps that never began are skipped. */
    public void finish(Outcome outcome, Failure error) {
        Run ended = run.withSteps(s -> s.state() == StepState.PENDING ? s.ended(StepState.SKIPPED, now(), null) : s);
        run = (run.error() != null ? ended : ended.withError(error)).ended(outcome, now());
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
        run = run.withSteps(s -> s.state() == StepState.ACTIVE ? s.ended(StepState.FAILED, now(), failure) : s);
        finish(Outcome.FAILED, failure);
    }

    private void turn(SyncStep step, UnaryOperator<RunStep> changed) {
        change(step, changed);
        write();
        show(true);
    }

    private void change(SyncStep step, UnaryOperator<RunStep> changed) {
        run = run.withSteps(s -> s.step() == step ? changed.apply(s) : s);
    }

    private void write() {
        run = run.withTraffic(traffic.get());
        runs.save(run);
        writtenAt = nanos.getAsLong();
    }

    private void show(boolean turn) {
        shownAt = nanos.getAsLong();
        audience.show(run, turn);
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return run.startedAt().plusNanos(nanos.getAsLong() - begunAt).truncatedTo(ChronoUnit.MICROS);
    }

    /** The failure that stands for a person's or a restart's stop. */
    public Failure stopped(FailureCode code) {
        return new Failure(code, null, null, "", now());
    }
}
