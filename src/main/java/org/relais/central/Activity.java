package org.relais.central;

import java.time.Duration;

/**
 * How many bytes moved on a connection and when they last did, in either direction. A trickle counts as none: no line of today is slower than a byte a
 * second, so at least as many bytes must move within the idle time as it has seconds. Safe for use by several threads.
 */
final class Activity {

    private final Duration idle;
    private final long least;
    private long last = System.nanoTime();
    private long moved;
    private Traffic traffic = Traffic.NONE;

    /** @param idle how long no byte may move */
    Activity(Duration idle) {
        this.idle = idle;
        this.least = Math.max(1, idle.toSeconds());
    }

    /** So many bytes came from the server. */
    synchronized void received(long bytes) {
        moved(new Traffic(bytes, 0));
    }

    /** So many bytes went to the server. */
    synchronized void sent(long bytes) {
        moved(new Traffic(0, bytes));
    }

    private void moved(Traffic more) {
        traffic = traffic.plus(more);
        moved += more.total();
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

    /** All that moved. */
    synchronized Traffic traffic() {
        return traffic;
    }

    Duration idle() {
        return idle;
    }
}
