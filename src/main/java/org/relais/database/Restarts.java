package org.relais.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a server that ended is started again: at once, then after growing pauses. One that keeps ending right after its start
 * is given up, unless the disk is the reason: room can be made, and then the server goes on where it was.
 */
final class Restarts {

    /** A server that dies sooner than this after its start may well die again. */
    private static final Duration SOUND_AFTER = Duration.ofSeconds(10);

    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    private int earlyDeaths;

    /**
     * The server ended, or could not even be started.
     *
     * @param lived how long it had been running
     * @param disk how its disk is now
     * @return the pause before it is started again; empty when nothing helps
     */
    Optional<Duration> after(Duration lived, DataDisk.Condition disk) {
        if (lived.compareTo(SOUND_AFTER) >= 0) {
            earlyDeaths = 0;
            return Optional.of(Duration.ZERO);
        }
        earlyDeaths++;
        if (earlyDeaths <= PAUSES.size()) {
            return Optional.of(PAUSES.get(earlyDeaths - 1));
        }
        return disk == DataDisk.Condition.FINE ? Optional.empty() : Optional.of(PAUSES.getLast());
    }

    /** The disk can be used again: what happened before says nothing about what comes. */
    void forget() {
        earlyDeaths = 0;
    }
}
