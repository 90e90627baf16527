package org.relais.vocabulary;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at something again and again, on a thread of its own, by the time that really passes. Each look begins a while after the
 * one before has ended. Not by a pool that several share: a database that hangs would then hold up those who do not need it.
 */
public final class Clockwork implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final ScheduledExecutorService thread;

    private Clockwork(String name) {
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Begins to look, for the first time after one pause.
     *
     * @param name the thread's, never null
     * @param pause between two looks, longer than nothing
     * @param look what it throws is kept in the log for those who search it, and the next look comes all the same
     */
    public static Clockwork every(Duration pause, String name, Runnable look) {
        Clockwork clockwork = new Clockwork(name);
        clockwork.thread.scheduleWithFixedDelay(
                () -> attempt(name, look), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return clockwork;
    }

    private static void attempt(String name, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            // A scheduled task that throws would look no more; mostly it is the database that is away, and that is told
            // elsewhere.
            log.debug("{} could not look", name, e);
        } catch (Error e) {
            log.error("{} could not look", name, e);
        }
    }

    /** Ends it, and interrupts a look that is under way. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
