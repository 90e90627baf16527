package org.relais.central;

import java.time.Duration;

/**
 * When bytes last moved on a connection, in either direction. A trickle counts as none: no line of today is slower than a byte a
 * second, so at least as many bytes must move within the idle time as it has seconds. Safe for use by several threads.
 */
final class Activity {

    private final Duration idle;
    private final long least;
    private long last = System.nanoTime();
    private long moved;

    /** @param idle how long no byte may move */
    Activity(Duration idle) {
        this.idle = idle;
        this.least = Math.max(1, idle.toSeconds());
    }

    /** So many bytes moved. */
    synchronized void moved(long bytes) {
        moved += bytes;
        if (moved >= least) {
            moved = 0;
            last = System.nanoTime();
        }
    }

    /** For so long, until now, nobody wanted a byte, which is no stall. */
    synchronized void unwanted(long nanos) {
        last = Math.max(last, last + Math.min(nanos, System.nanoTime() - last));
    }

    /** Nanoseconds until the connection counts as stalled; zero or less once it does. */
    synchronized long nanosLeft() {
        return idle.toNanos() - (System.nanoTime() - last);
    }

    Duration idle() {
        return idle;
    }
}
