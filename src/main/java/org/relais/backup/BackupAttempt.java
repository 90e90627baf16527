package org.relais.backup;

import java.time.Instant;

/**
 * A backup that was made, or was to be.
 *
 * @param askedBy who wanted it; null for the schedule
 * @param finishedAt null while it is being made
 * @param file its name; null when none was made
 * @param size in bytes; null when none was made
 * @param rows of all tables together; null when none was made
 * @param provenAt when it had been restored and compared; null when it was not
 * @param problem why there is none, or why it is not proven; null when all is well
 * @param detail words for the support team; null when there are none
 */
public record BackupAttempt(
        long id,
        String askedBy,
        Instant startedAt,
        Instant finishedAt,
        String file,
        Long size,
        Long rows,
        Instant provenAt,
        BackupProblem problem,
        String detail) {

    /** Whether it is being made at this moment. */
    public boolean goesOn() {
        return finishedAt == null;
    }
}
