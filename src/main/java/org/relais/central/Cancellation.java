package org.relais.central;

import java.util.HashMap;
import java.util.Map;
import org.relais.catalogue.CentralServer;

/**
 * Breaks off, from the side, what is waited for at the central servers: connecting, sending, the answer, each byte of it, the pauses
 * between two tries. Whoever waits is interrupted, but only as long as it is a server that is waited for: an interrupt that
 * comes later would strike the database. Safe for use by several threads.
 */
public final class Cancellation {

    private final Map<Thread, Integer> waiting = new HashMap<>();
    private boolean cancelled;

    /** One that nobody cancels. */
    public static Cancellation none() {
        return new Cancellation();
    }

    /** From now on every call and every pause ends with a {@link CentralFailure.Stopped}, those under way at once. */
    public synchronized void cancel() {
        cancelled = true;
        waiting.keySet().forEach(Thread::interrupt);
    }

    /**
     * Waits for a server.
     *
     * @throws CentralFailure.Stopped when it was cancelled before
     */
    <T> T during(CentralServer server, String call, Wait<T> wait) {
        enter(server, call);
        try {
            return wait.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CentralFailure.Stopped(server, call);
        } finally {
            leave();
        }
    }

    private synchronized void enter(CentralServer server, String call) {
        if (cancelled) {
            throw new CentralFailure.Stopped(server, call);
        }
        waiting.merge(Thread.currentThread(), 1, Integer::sum);
    }

    private synchronized void leave() {
        waiting.computeIfPresent(Thread.currentThread(), (thread, depth) -> depth == 1 ? null : depth - 1);
        if (cancelled) {
            // The mark has done its work.
            Thread.interrupted();
        }
    }

    /** Something that waits. */
    @FunctionalInterface
    interface Wait<T> {
        T end() throws InterruptedException;
    }
}
