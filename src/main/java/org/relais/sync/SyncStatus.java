package org.relais.sync;

import java.time.Instant;
import org.relais.run.Run;

/**
 * What there is to know about this site's synchronisation at one moment; published whole at every change.
 *
 * @param configured whether the site knows its central server
 * @param initialised whether a first synchronisation was completed
 * @param paused whether the schedule is switched off
 * @param pending how many changes wait to be sent
 * @param nextRunAt when the schedule starts the next run, or null
 * @param current the run that is going on, or null
 * @param last the last run that ended, or null
 * @param lastSuccess the last run that succeeded, or null
 */
public record SyncStatus(
        boolean configured,
        boolean initialised,
        boolean paused,
        long pending,
        Instant nextRunAt,
        Run current,
        Run last,
        Run lastSuccess) {

    /** When the last success ended, or null. */
    public Instant lastSuccessAt() {
        return lastSuccess == null ? null : lastSuccess.finishedAt();
    }
}
