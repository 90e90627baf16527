package org.relais.central;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What the central servers are called for, as one run: it can be broken off, and what it moves on the line is counted. Safe for use by
 * several threads.
 */
public final class Errand {

    private final Cancellation cancellation;
    private final AtomicReference<Traffic> traffic = new AtomicReference<>(Traffic.NONE);

    /** @param cancellation ends every call of the errand */
    public Errand(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** One whose calls nobody breaks off. */
    public static Errand patient() {
        return new Errand(Cancellation.none());
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** What its calls have moved so far, those that failed as well. */
    public Traffic traffic() {
        return traffic.get();
    }

    void moved(Traffic more) {
        traffic.accumulateAndGet(more, Traffic::plus);
    }
}
