package org.relais.exchange;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
import org.relais.central.Cancellation;
import org.relais.central.CentralFailure;
import org.relais.central.Patience;

/**
 * Waits within a run for a line that dropped, and goes on where it was when the line is back. Only a server that has answered before in
 * this run is waited for: whoever is not there at the beginning is for the next run, which comes soon. Made for one run and used by
 * its thread.
 */
class LineWait {

    /** Whom it tells that it waits. */
    interface Witness {

        void lineDropped();

        void waitsNoMore();
    }

    private final Duration limit;
    private final Patience patience;
    private final Cancellation cancellation;
    private final Witness witness;
    private final Set<CentralServer> heard = EnumSet.noneOf(CentralServer.class);

    /**
     * @param limit how long it waits at most, each time; zero for not at all
     * @param cancellation ends the waiting
     */
    LineWait(Duration limit, Patience patience, Cancellation cancellation, Witness witness) {
        this.limit = limit;
        this.patience = patience;
        this.cancellation = cancellation;
        this.witness = witness;
    }

    /**
     * Makes a call, and makes it again while the line is gone.
     *
     * @param call may be made again whatever became of it before
     * @return what the call returned
     * @throws CentralFailure what the call met that is no lost line, or the last loss at the limit
     */
    <T> T over(CentralServer server, Supplier<T> call) {
        try {
            return heard(server, call);
        } catch (CentralFailure.Unreachable lost) {
            if (!isWaitedFor(server, lost)) {
                throw lost;
            }
            return untilItIsBack(server, call, lost);
        }
    }

    private <T> T untilItIsBack(CentralServer server, Supplier<T> call, CentralFailure.Unreachable first) {
        long since = System.nanoTime();
        witness.lineDropped();
        try {
            CentralFailure.Unreachable lost = first;
            for (int repetition = 1; ; repetition++) {
                Duration left = limit.minusNanos(System.nanoTime() - since);
                if (!left.isPositive()) {
                    throw lost;
                }
                patience.pause(cancellation, lost, repetition, left);
                try {
                    return heard(server, call);
                } catch (CentralFailure.Unreachable again) {
                    if (!again.lineLost()) {
                        throw again;
                    }
                    lost = again;
                }
            }
        } finally {
            witness.waitsNoMore();
        }
    }

    private boolean isWaitedFor(CentralServer server, CentralFailure.Unreachable lost) {
        return lost.lineLost() && limit.isPositive() && heard.contains(server);
    }

    /** A refusal is an answer too. */
    private <T> T heard(CentralServer server, Supplier<T> call) {
        try {
            T result = call.get();
            heard.add(server);
            return result;
        } catch (CentralFailure.Unreachable lost) {
            throw lost;
        } catch (CentralFailure refused) {
            heard.add(server);
            throw refused;
        }
    }
}
