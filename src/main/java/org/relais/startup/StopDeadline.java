package org.relais.startup;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the promise that Ctrl-C ends everything within 5 seconds. Spring stops the application in order, but may wait for a
 * start that is still going on, or give that up and leave the database running. So this process does not end before the
 * processes that it started have; and when the time is up, they are ended by force, and this one with them. What was
 * committed is in the database's redo log.
 */
public final class StopDeadline {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** What a shell reports for a process ended by SIGTERM. */
    private static final int EXIT_CODE = 143;

    private static volatile boolean stopping;

    private StopDeadline() {}

    /** Holds from now on for this process; to be called once, before anything is started. */
    public static void set() {
        Runtime.getRuntime().addShutdownHook(new Thread(StopDeadline::begin, "stop-deadline"));
    }

    /**
     * Whether this process is being stopped. Whoever starts another process asks after having started it, and ends it when so:
     * nobody else would.
     */
    public static boolean isStopping() {
        return stopping;
    }

    private static void begin() {
        stopping = true;
        Thread.ofPlatform().daemon().name("stop-deadline").start(StopDeadline::endByForceWhenTimeIsUp);
        while (othersAreRunning()) {
            awaitTheirEnd();
        }
    }

    private static boolean othersAreRunning() {
        return ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive);
    }

    private static void awaitTheirEnd() {
        CompletableFuture<?>[] ends =
                ProcessHandle.current().descendants().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The other thread ends them.
        }
    }

    private static void endByForceWhenTimeIsUp() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
