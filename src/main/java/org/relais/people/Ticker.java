package org.relais.people;

/**
 * Counts time that only goes forward, whatever somebody does to this machine's clock: for how long something lasted, never when
 * it was.
 */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since some moment; only differences mean something, and those of one process only. */
    long nanos();
}
