package org.relais.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.sync.LastSuccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells how things stand: what waits, what failed, how long ago the last success was. The database is asked four times a
 * minute at most, however often somebody measures; without an answer from it nothing is told.
 */
@Component
class Standing implements MeterBinder {

    static final String WAITING = "relais.records.waiting";
    static final String FAILED = "relais.records.failed";
    static final String AGE = "relais.sync.last.success.age";

    private static final Logger log = LoggerFactory.getLogger(Standing.class);
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final RecordStore store;
    private final LastSuccess lastSuccess;
    private final Clock clock;
    private Look last;

    Standing(Outbox outbox, RecordStore store, LastSuccess lastSuccess, Clock clock) {
        this.outbox = outbox;
        this.store = store;
        this.lastSuccess = lastSuccess;
        this.clock = clock;
    }

    /**
     * What the database said.
     *
     * @param at when, by the time that really passes
     * @param out changes that were made here; null when it said nothing
     * @param in records that came in; null when it said nothing
     * @param success from when on the last success counts, or null
     */
    private record Look(long at, Backlog out, Backlog in, Instant success) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        backlog(registry, WAITING, "Records that get where they should by themselves", Backlog::waiting);
        backlog(registry, FAILED, "Records that need somebody", Backlog::failed);
        Gauge.builder(AGE, this, Standing::secondsSinceSuccess)
                .description("Time since the last run that succeeded")
                .baseUnit("seconds")
                .register(registry);
    }

    private void backlog(MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog> count) {
        Gauge.builder(name, this, standing -> of(standing.look().out(), count))
                .description(description)
                .tag("direction", "push")
                .register(registry);
        Gauge.builder(name, this, standing -> of(standing.look().in(), count))
                .description(description)
                .tag("direction", "pull")
                .register(registry);
    }

    private static double of(Backlog backlog, ToDoubleFunction<Backlog> count) {
        return backlog == null ? Double.NaN : count.applyAsDouble(backlog);
    }

    private double secondsSinceSuccess() {
        Instant success = look().success();
        return success == null
                ? Double.NaN
                : Math.max(0, Duration.between(success, clock.instant()).toMillis() / 1000.0);
    }

    private synchronized Look look() {
        long real = System.nanoTime();
        if (last == null || real - last.at() >= FRESH.toNanos()) {
            last = ask(real);
        }
        return last;
    }

    private Look ask(long real) {
        try {
            return new Look(real, outbox.backlog(), store.backlog(), lastSuccess.since());
        } catch (DataAccessException | TransactionException unreachable) {
            log.debug("The database does not tell how things stand", unreachable);
            return new Look(real, null, null, null);
        }
    }
}
