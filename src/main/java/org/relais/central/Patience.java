package org.relais.central;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
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
    private static final Duration LONGEST_FOR_A_LINE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Measures the limits by a clock that nobody sets. */
    public Patience() {
        this(System::nanoTime, Pause.sleeping());
    }

    Patience(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Waits until the server is done. It pauses before it asks for the first time: an Open mSupply central server says
     * for a moment after a push that it is not integrating yet. What the question throws comes out unchanged.
     *
     * @param cancellation ends the pauses
     * @param limit the longest wait, {@link #INTEGRATION} or {@link #INITIALISATION}
     * @param done asks the server
     * @throws CentralFailure.WaitedInVain at the limit
     */
    public void until(Cancellation cancellation, CentralServer server, Duration limit, BooleanSupplier done) {
        Wait wait = new Wait(cancellation, server, question(server), limit);
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
     * @param cancellation ends the pauses
     * @param limit the longest wait, {@link #INTEGRATION} for a step of a run
     * @param call is not to have had an effect when it throws {@link CentralFailure.Busy}
     * @return what the call returned
     * @throws CentralFailure.Busy the last one, at the limit
     */
    public <T> T whileBusy(Cancellation cancellation, Duration limit, Supplier<T> call) {
        Wait wait = null;
        while (true) {
            try {
                return call.get();
            } catch (CentralFailure.Busy busy) {
                if (wait == null) {
                    wait = new Wait(cancellation, busy.server(), busy.call(), limit);
                }
                if (wait.isOver()) {
                    throw busy;
                }
                wait.pause();
            }
        }
    }

    /**
     * Pauses before a call is made again over a line that was lost: a second at first, five at last, so that a line that is there for
     * seconds only is not missed.
     *
     * @param lost what the call met
     * @param repetition 1 for the first
     * @param most no longer than this
     * @throws CentralFailure.Stopped when it was cancelled
     */
    public void pause(Cancellation cancellation, CentralFailure.Unreachable lost, int repetition, Duration most) {
        Duration grown = Duration.ofSeconds(Math.min(repetition, LONGEST_FOR_A_LINE.toSeconds()));
        cancellation.during(lost.server(), lost.call(), () -> {
            pause.pause(grown.compareTo(most) < 0 ? grown : most);
            return null;
        });
    }

    /** One wait, from its beginning. */
    private final class Wait {
        private final Cancellation cancellation;
        private final CentralServer server;
        private final String call;
        private final Duration limit;
        private final long began = nanoTime.getAsLong();
        private Duration next = FIRST_PAUSE;

        Wait(Cancellation cancellation, CentralServer server, String call, Duration limit) {
            this.cancellation = cancellation;
            this.server = server;
            this.call = call;
            this.limit = limit;
        }

        boolean isOver() {
            return !left().isPositive();
        }

        private Duration left() {
            return limit.minusNanos(nanoTime.getAsLong() - began);
        }

        void pause() {
            if (isOver()) {
                throw new CentralFailure.WaitedInVain(server, call, "not done within " + limit.toSeconds() + " s");
            }
            Duration left = left();
            cancellation.during(server, call, () -> {
                pause.pause(next.compareTo(left) < 0 ? next : left);
                return null;
            });
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
