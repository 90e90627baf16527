package org.relais.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.relais.sync.Synchroniser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves the processor to the run that is going on, however many programs ask meanwhile, and however fast: from the beginning of one
 * answer to that of the next passes several times as long as the last one took. Who waits costs nothing. What starts or stops a run
 * never waits.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PollingPace extends OncePerRequestFilter {

    /** Of so many parts of the time, one is for answers. */
    private static final long SHARE = 5;

    /** Nobody waits longer for one that asked before, on a machine however loaded. */
    private static final long LONGEST_PAUSE = 50_000_000;

    /** Nobody waits longer in all, however many asked before, signed in or not. */
    private static final long LONGEST_WAIT = 1_000_000_000;

    private final BooleanSupplier runs;
    private final LongSupplier nanos;
    private final LongConsumer pause;
    private long begun;
    private long between;

    @Autowired
    PollingPace(Synchroniser synchroniser) {
        this(synchroniser::isBusyHere, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * For tests.
     *
     * @param runs whether a run is going on in this process
     * @param nanos the time that really passes, as {@link System#nanoTime()} has it
     * @param pause waits for so many nanoseconds
     */
    PollingPace(BooleanSupplier runs, LongSupplier nanos, LongConsumer pause) {
        this.runs = runs;
        this.nanos = nanos;
        this.pause = pause;
        this.begun = nanos.getAsLong();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || !runs.getAsBoolean();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = untilItsTurn();
        if (wait > 0) {
            pause.accept(wait);
        }
        long began = nanos.getAsLong();
        try {
            chain.doFilter(request, response);
        } finally {
            note(nanos.getAsLong() - began);
        }
    }

    /** Turns are given out; nobody holds one, so a client that reads slowly keeps nobody waiting. */
    private synchronized long untilItsTurn() {
        long now = nanos.getAsLong();
        begun = Math.clamp(begun + between, now, now + LONGEST_WAIT);
        return begun - now;
    }

    private synchronized void note(long took) {
        between = Math.min(SHARE * took, LONGEST_PAUSE);
    }
}
