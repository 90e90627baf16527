package org.relais.central;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Waits for a central server to finish what it does in the background: asks at first quickly, after 100 ms, then ever
 * more slowly, every 2 s at last. The original asks every second, every 15 s after an initialisation (protocol.md section
 * 2, waits).
 */
@Component
public class Patience {

    /** How long to wait for the integration of a push. */
    public static final Duration INTEGRATION = Duration.ofSeconds(30);

    /** How long to wait for an initialisation. */
    public static final Duration INITIALISATION = Duration.ofMinutes(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Pause pause;

    /** @param clock measures the limits */
    @Autowired
    public Patience(Clock clock) {
        this(clock, Pause.sleeping());
    }

    Patience(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Waits until the server is done. It pauses before it asks for the first time: an Open mSupply central server says
     * for a moment after a push that it is not integrating yet. What the question throws comes out unchanged; a caller
     * that can be cancelled throws from there.
     *
     * @param limit the longest wait, {@link #INTEGRATION} or {@link #INITIALISATION}
     * @param done asks the server
     * @throws CentralFailure.WaitedInVain at the limit
     */
    public void until(CentralServer server, Duration limit, BooleanSupplier done) {
        Wait wait = new Wait(server, question(server), limit);
        do {
            wait.pause();
        } while (!done.getAsBoolean());
    }

    private static String question(CentralServer server) {
        return switch (server) {
            case LEGACY -> "GET /" + LegacyCentral.STATUS;
            case OPEN -> "POST /" + OpenCentral.ROUTES + OpenCentral.STATUS;
        };
    }

    /**
     * Makes a call, and makes it again as long as the server answers that it is still busy with this site's records.
     *
     * @param limit the longest wait, {@link #INTEGRATION} for a step of a run
     * @param call is not to have had an effect when it throws {@link CentralFailure.Busy}
     * @return what the call returned
     * @throws CentralFailure.Busy the last one, at the limit
     */
    public <T> T whileBusy(Duration limit, Supplier<T> call) {
        Wait wait = null;
        while (true) {
            try {
                return call.get();
            } catch (CentralFailure.Busy busy) {
                if (wait == null) {
                    wait = new Wait(busy.server(), busy.call(), limit);
                }
                if (wait.isOver()) {
                    throw busy;
                }
                wait.pause();
            }
        }
    }

    /** One wait, from its beginning. */
    private final class Wait {
        private final CentralServer server;
        private final String call;
        private final Duration limit;
        private final Instant end;
        private Duration next = FIRST_PAUSE;

        Wait(CentralServer server, String call, Duration limit) {
            this.server = server;
            this.call = call;
            this.limit = limit;
            this.end = clock.instant().plus(limit);
        }

        boolean isOver() {
            return !clock.instant().isBefore(end);
        }

        void pause() {
            if (isOver()) {
                throw new CentralFailure.WaitedInVain(server, call, "not done within " + limit.toSeconds() + " s");
            }
            Duration left = Duration.between(clock.instant(), end);
            try {
                pause.pause(next.compareTo(left) < 0 ? next : left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CentralFailure.Stopped(server, call);
            }
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
