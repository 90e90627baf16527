package org.relais.doors.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.relais.people.Ticker;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the first synchronisation is complete, for a page that anybody may load as often as they like: the database is asked
 * once a second at most, and a page does not wait for a database that hangs.
 */
@Component
class FirstRun {

    private static final Logger log = LoggerFactory.getLogger(FirstRun.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Site site;
    private final Ticker ticker;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean complete = true;
    private volatile Long asked;

    FirstRun(Site site, Ticker ticker) {
        this.site = site;
        this.ticker = ticker;
    }

    /** As it was at most a moment ago, or when the database last said so; true until it did. */
    boolean isComplete() {
        Long last = asked;
        boolean due = last == null || ticker.nanos() - last > BETWEEN_QUESTIONS.toNanos();
        if (due && asking.compareAndSet(false, true)) {
            CompletableFuture<Void> question = new CompletableFuture<>();
            Thread.ofVirtual().name("first-run").start(() -> ask(question));
            await(question);
        }
        return complete;
    }

    private void ask(CompletableFuture<Void> question) {
        try {
            complete = site.initialised();
            question.complete(null);
        } catch (RuntimeException unreachable) {
            question.completeExceptionally(unreachable);
        } finally {
            asked = ticker.nanos();
            asking.set(false);
        }
    }

    private static void await(CompletableFuture<Void> question) {
        try {
            question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unknown) {
            log.debug("Nobody knows whether the first synchronisation is complete", unknown);
        }
    }
}
