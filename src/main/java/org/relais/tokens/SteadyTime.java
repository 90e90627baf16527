package org.relais.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.relais.people.Ticker;

/**
 * Tells whether the clock can be believed for what is never taken back. A machine whose battery is dead begins with any time and
 * jumps to the right one once it has asked a time server; a clock that ran an hour without a jump is taken for right.
 */
class SteadyTime {

    static final Duration LONG_ENOUGH = Duration.ofHours(1);

    /** Clocks run a little fast or slow; time servers put that right in small steps. */
    private static final Duration NO_JUMP = Duration.ofMinutes(1);

    private final Clock clock;
    private final Ticker ticker;
    private Instant began;
    private long beganTicks;

    SteadyTime(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        begin(clock.instant(), ticker.nanos());
    }

    /** The time, or empty while nobody knows whether it is right. */
    synchronized Optional<Instant> now() {
        Instant now = clock.instant();
        long ticks = ticker.nanos();
        Duration ran = Duration.ofNanos(ticks - beganTicks);
        Duration jump = Duration.between(began.plus(ran), now).abs();
        if (jump.compareTo(NO_JUMP) > 0) {
            begin(now, ticks);
            return Optional.empty();
        }
        return ran.compareTo(LONG_ENOUGH) >= 0 ? Optional.of(now) : Optional.empty();
    }

    private void begin(Instant now, long ticks) {
        began = now;
        beganTicks = ticks;
    }
}
