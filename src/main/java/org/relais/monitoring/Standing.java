package org.relais.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.sync.LastSuccess;
import org.springframework.stereotype.Component;

/**
 * Tells how things stand: what waits, what failed, how long ago the last success was. The database is asked four times a
 * minute at most, however often somebody measures; without an answer from it nothing is told.
 */
@Component
class Standing implements MeterBinder {

    static final String WAITING = "relais.records.waiting";
    static final String FAILED = "relais.records.failed";
    static final String AGE = "relais.sync.last.success.age";

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Lately<Look> lately;
    private final Clock clock;

    Standing(Outbox outbox, RecordStore store, LastSuccess lastSuccess, Clock clock) {
        this.lately = new Lately<>(FRESH, () -> new Look(outbox.backlog(), store.backlog(), lastSuccess.since()));
        this.clock = clock;
    }

    /**
     * What the database said.
     *
     * @param out changes that were made here
     * @param in records that came in
     * @param success from when on the last success counts, or null
     */
    private record Look(Backlog out, Backlog in, Instant success) {}

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
        Gauge.builder(name, this, standing -> standing.of(Look::out, count))
                .description(description)
                .tag("direction", "push")
                .register(registry);
        Gauge.builder(name, this, standing -> standing.of(Look::in, count))
                .description(description)
                .tag("direction", "pull")
                .register(registry);
    }

    private double of(Function<Look, Backlog> way, ToDoubleFunction<Backlog> count) {
        return lately.value().map(way).map(count::applyAsDouble).orElse(Double.NaN);
    }

    private double secondsSinceSuccess() {
        return lately.value()
                .map(Look::success)
                .map(success ->
                        Math.max(0, Duration.between(success, clock.instant()).toMillis() / 1000.0))
                .orElse(Double.NaN);
    }
}
