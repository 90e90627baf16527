package org.relais.exchange;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.relais.catalogue.Channel;
import org.relais.record.EarlyIntegration;
import org.relais.run.RunFence;
import org.relais.run.RunStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Integrates what is complete while the run goes on pulling, on a thread of its own. It is a help and no step: what it leaves, or
 * fails at, the step integrates. Used by the run's thread; made for one run and closed with it.
 */
final class IntegrationBeside implements AutoCloseable {

    /** From how many records on it is worth a thread. */
    static final long WORTH_IT = 5_000;

    private static final Logger log = LoggerFactory.getLogger(IntegrationBeside.class);

    private final EarlyIntegration integration;
    private final RunFence fence;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("integration-beside").factory());
    private final AtomicLong handled = new AtomicLong();
    private Future<?> underWay = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;

    IntegrationBeside(EarlyIntegration integration, RunFence fence) {
        this.integration = integration;
        this.fence = fence;
    }

    /**
     * A channel was received to its end.
     *
     * @param left how many it brought that are not in the store yet
     * @param toCome the channels of this run that were not
     */
    void received(long left, Set<Channel> toCome) {
        if (left < WORTH_IT) {
            return;
        }
        stop();
        EarlyIntegration.Work work = integration.beside(toCome);
        stopped = false;
        underWay = thread.submit(fence.onBehalf(() -> work.integrate(() -> stopped, handled::addAndGet)));
    }

    /**
     * Ends it at its next chunk, and waits for that.
     *
     * @return how many arrivals it has dealt with in this run
     * @throws RunStopped when the thread is interrupted meanwhile
     */
    long stop() {
        stopped = true;
        try {
            underWay.get();
        } catch (ExecutionException e) {
            log.info("Integrating beside the pulls failed: {}", e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped();
        }
        return handled.get();
    }

    @Override
    public void close() {
        stopped = true;
        thread.close();
    }
}
