package org.relais.sync;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.relais.record.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks once a second, with two short questions to the database, whether anything changed that this process did not do itself:
 * a run of another process, a change that waits to be sent. The pages of this process then see it too.
 */
@Component
class StatusWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StatusWatch.class);

    private final SyncRuns runs;
    private final Outbox outbox;
    private final StatusBoard board;
    private ScheduledExecutorService clockwork;
    private Glance seen;

    StatusWatch(SyncRuns runs, Outbox outbox, StatusBoard board) {
        this.runs = runs;
        this.outbox = outbox;
        this.board = board;
    }

    private record Glance(SyncRuns.Mark newestRun, long pending) {}

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("status-watch").factory());
        clockwork.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        clockwork.shutdownNow();
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    private void look() {
        if (board.busyHere()) {
            return;
        }
        try {
            Glance now = new Glance(runs.mark(), outbox.pending());
            if (!Objects.equals(now, seen)) {
                seen = now;
                board.publish();
            }
        } catch (RuntimeException e) {
            // The next look tells whether the database is back; a scheduled task that throws would look no more.
            log.debug("The status could not be read", e);
        }
    }
}
