package org.relais.backup;

import java.time.Instant;

/**
 * A backup as it lies in the folder.
 *
 * @param name of the file
 * @param moment what it shows, by its name
 * @param size in bytes
 * @param attempt what is known of how it was made; null when that was another server's, or before a restore
 */
public record BackupFile(String name, Instant moment, long size, BackupAttempt attempt) {

    /** When it had been restored and compared; null when it was not. */
    public Instant provenAt() {
        return attempt == null ? null : attempt.provenAt();
    }
}
