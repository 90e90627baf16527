package org.relais.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.relais.central.Cancellation;
import org.relais.central.Errand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether the run may go on: until somebody cancels it, in this process or (by a flag in the database) in another, until
 * this process stops, and while this process still holds the run's lock. A thread of its own looks at flag and lock, as the run's
 * may be waiting for a server; what it waits for there is broken off.
 */
public class RunControl implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunControl.class);

    /** The database is asked no more often than this. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(400);

    /** A question that is under way may use the lock's connection. */
    private static final Duration TO_CLOSE = Duration.ofSeconds(1);

    private final BooleanSupplier cancelledElsewhere;
    private final BooleanSupplier lockHeld;
    private final Cancellation cancellation = new Cancellation();
    private final Errand errand = new Errand(cancellation);
    private final AtomicReference<Outcome> end = new AtomicReference<>();
    private final Thread lookout =
            Thread.ofPlatform().daemon().name("run-control").unstarted(this::lookOut);
    private volatile boolean closed;

    private RunControl(BooleanSupplier cancelledElsewhere, BooleanSupplier lockHeld) {
        this.cancelledElsewhere = cancelledElsewhere;
        this.lockHeld = lockHeld;
    }

    /**
     * For a run that begins now; to be closed when it is over.
     *
     * @param cancelledElsewhere whether a person cancelled the run, wherever that was; asked by another thread than the run's
     * @param lockHeld whether this process still has the right to run; asked by another thread than the run's
     */
    public static RunControl of(BooleanSupplier cancelledElsewhere, BooleanSupplier lockHeld) {
        RunControl control = new RunControl(cancelledElsewhere, lockHeld);
        control.lookout.start();
        return control;
    }

    private void lookOut() {
        while (!closed && !ended()) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            if (!closed) {
                look();
            }
        }
    }

    private void look() {
        try {
            if (cancelledElsewhere.getAsBoolean()) {
                cancel();
            } else if (!lockHeld.getAsBoolean()) {
                interrupt();
                cancellation.cancel();
            }
        } catch (RuntimeException e) {
            // The run itself soon meets a database that does not answer.
            log.debug("It could not be asked whether the run may go on", e);
        }
    }

    /** A person cancelled the run: it ends at its next batch, and waits for no server any more. */
    public void cancel() {
        end.compareAndSet(null, Outcome.CANCELLED);
        cancellation.cancel();
    }

    /** The run ends at its next batch, because the process stops; one that a person cancelled stays cancelled. */
    public void interrupt() {
        end.compareAndSet(null, Outcome.INTERRUPTED);
    }

    /** Breaks off what the run waits for at a server. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** The run as an errand at the central servers. */
    public Errand errand() {
        return errand;
    }

    /** Whether the run is to end. */
    public boolean ended() {
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

    /** The run is over: nothing is asked any more. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(lookout);
        try {
            lookout.join(TO_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
