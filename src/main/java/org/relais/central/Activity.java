package org.relais.central;

import java.time.Duration;

/** When a byte last moved on a connection, in either direction. Safe for use by several threads. */
final class Activity {

    private final Duration idle;
    private volatile long last = System.nanoTime();

    /** @param idle how long no byte may move */
    Activity(Duration idle) {
        this.idle = idle;
    }

    void moved() {
        last = System.nanoTime();
    }

    /** Nanoseconds until the connection counts as stalled; zero or less once it does. */
    long nanosLeft() {
        return idle.toNanos() - (System.nanoTime() - last);
    }

    Duration idle() {
        return idle;
    }
}
