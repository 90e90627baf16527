package org.relais.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Says whether the run may go on: until somebody cancels it, in this process or (by a flag in the database) in another, until
 * this process stops, and while this process still holds the run's lock.
 */
public class RunControl {

    /** The database is asked no more often than this. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(400);

    private final BooleanSupplier cancelledElsewhere;
    private final BooleanSupplier lockHeld;
    private final AtomicReference<Outcome> end = new AtomicReference<>();
    private long askedAt = System.nanoTime() - BETWEEN_QUESTIONS.toNanos();

    public RunControl(BooleanSupplier cancelledElsewhere, BooleanSupplier lockHeld) {
        this.cancelledElsewhere = cancelledElsewhere;
        this.lockHeld = lockHeld;
    }

    /** The run ends at its next batch, cancelled by a person. */
    public void cancel() {
        end.compareAndSet(null, Outcome.CANCELLED);
    }

    /** The run ends at its next batch, because the process stops; one that a person cancelled stays cancelled. */
    public void interrupt() {
        end.compareAndSet(null, Outcome.INTERRUPTED);
    }

    /** Whether the run is to end; costs a question to the database now and then. */
    public boolean ended() {
        if (end.get() == null && System.nanoTime() - askedAt >= BETWEEN_QUESTIONS.toNanos()) {
            askedAt = System.nanoTime();
            if (cancelledElsewhere.getAsBoolean()) {
                cancel();
            } else if (!lockHeld.getAsBoolean()) {
                interrupt();
            }
        }
        return end.get() != null;
    }

    /** How the run ends, or null while it may go on. */
    public Outcome end() {
        return end.get();
    }

    /**
     * Called before each batch.
     *
     * @throws RunStopped when the run is to end
     */
    public void proceed() {
        if (ended()) {
            throw new RunStopped();
        }
    }
}
