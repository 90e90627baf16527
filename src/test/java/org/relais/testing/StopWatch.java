package org.relais.testing;

import java.time.Duration;
import org.relais.people.Ticker;

/** Time that passes when a test says so. */
public final class StopWatch implements Ticker {

    // Where it begins means nothing: also below zero and near the end of the range.
    private long nanos = Long.MAX_VALUE - 1_000;

    @Override
    public long nanos() {
        return nanos;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
