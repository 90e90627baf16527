package org.relais.sync;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.relais.record.StoreComparison;
import org.relais.run.Comparisons;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunEnded;
import org.relais.run.RunPlan;
import org.relais.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the store compared with what the central servers announced: after the run that brought the last of it, when much came since,
 * and when a person asks. It takes a second or some, so it is done on a thread of its own; a run does not wait for it.
 */
@Component
public class Comparing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Comparing.class);

    private final StoreComparison comparison;
    private final Comparisons kept;
    private final Runs runs;
    private final StatusBoard board;
    private volatile State state = State.IDLE;
    private final AtomicLong turns = new AtomicLong();
    private ExecutorService thread;

    Comparing(StoreComparison comparison, Comparisons kept, Runs runs, StatusBoard board) {
        this.comparison = comparison;
        this.kept = kept;
        this.runs = runs;
        this.board = board;
    }

    /** How it stands with the comparison that was asked for last. */
    public enum State {
        IDLE,
        UNDER_WAY,
        FAILED
    }

    /** How it stands in this process; every change of it is published as a new status is. */
    public State state() {
        return state;
    }

    /** Counts the changes of the state: who has seen fewer is not up to date. */
    public long turns() {
        return turns.get();
    }

    /** Compares now, and keeps what is found with the newest run that ended; does nothing while that is under way. */
    public void ask() {
        if (state != State.UNDER_WAY) {
            begin(runs::last);
        }
    }

    @EventListener
    void ended(RunEnded event) {
        Run run = event.run();
        begin(() -> bringsAll(run) || comparison.isDue() ? Optional.of(run) : Optional.empty());
    }

    private static boolean bringsAll(Run run) {
        return run.plan() != RunPlan.USUAL && run.outcome() == Outcome.SUCCEEDED;
    }

    /** The process may have ended between such a run and its comparison. */
    private Optional<Run> notCompared() {
        return runs.lastSuccess().filter(Comparing::bringsAll).filter(run -> kept.after(run.id())
                .isEmpty());
    }

    private synchronized void begin(Supplier<Optional<Run>> after) {
        if (thread == null) {
            return;
        }
        try {
            thread.execute(() -> compare(after));
        } catch (RejectedExecutionException ending) {
            log.debug("Nothing is compared any more: the process ends");
        }
    }

    private void compare(Supplier<Optional<Run>> after) {
        try {
            Optional<Run> run = after.get();
            if (run.isPresent()) {
                turn(State.UNDER_WAY);
                kept.keep(run.get().id(), comparison.compare());
                turn(State.IDLE);
            }
        } catch (RuntimeException | Error e) {
            if (!isRunning()) {
                // The process ends; the next one begins with what was not compared.
                return;
            }
            log.warn("The store could not be compared with what was announced", e);
            turn(State.FAILED);
        }
    }

    private void turn(State now) {
        state = now;
        turns.incrementAndGet();
        board.publish();
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("comparing").factory());
        begin(this::notCompared);
    }

    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
