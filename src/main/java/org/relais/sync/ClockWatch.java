package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.relais.vocabulary.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notices within a second that the machine's clock was set, by comparing it with the time that really passes, and has all that
 * is planned looked at then; once a minute it does so anyway, for another process on the database may have had a wrong clock.
 * A machine that slept looks the same, and is treated the same.
 */
@Component
class ClockWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    /** What a time server corrects bit by bit stays below it. */
    private static final Duration SET = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final List<Regular> regulars;
    private final QuartzClock quartz;
    private final Clock clock;
    private final LongSupplier nanos;
    private Clockwork clockwork;
    private Instant wall;
    private long real;
    private long lookedAt;

    @Autowired
    ClockWatch(List<Regular> regulars, QuartzClock quartz, Clock clock) {
        this(regulars, quartz, clock, System::nanoTime);
    }

    /** @param nanos the time that really passes, as {@link System#nanoTime()} has it */
    ClockWatch(List<Regular> regulars, QuartzClock quartz, Clock clock, LongSupplier nanos) {
        this.regulars = List.copyOf(regulars);
        this.quartz = quartz;
        this.clock = clock;
        this.nanos = nanos;
        this.wall = clock.instant();
        this.real = nanos.getAsLong();
        this.lookedAt = real;
    }

    @Override
    public synchronized void start() {
        clockwork = Clockwork.every(Duration.ofSeconds(1), "clock-watch", this::tick);
    }

    @Override
    public synchronized void stop() {
        clockwork.close();
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    /** Looks at the clock, and when it was set or a minute is over, at all that is planned. */
    void tick() {
        Instant wallNow = clock.instant();
        long realNow = nanos.getAsLong();
        Duration step = Duration.between(wall, wallNow).minusNanos(realNow - real);
        wall = wallNow;
        real = realNow;
        boolean set = step.abs().compareTo(SET) > 0;
        if (set) {
            log.warn("The machine's clock was set by {}", step);
            attempt(quartz::wasSet);
        }
        if (set || realNow - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            lookedAt = realNow;
            regulars.forEach(regular -> attempt(regular::straighten));
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The next look tells whether the database is back; a scheduled task that throws would look no more.
            log.debug("What is planned could not be looked at", e);
        }
    }
}
