package org.relais.backup;

import java.time.Duration;
import java.time.Instant;
import org.relais.vocabulary.Keyed;

/**
 * How things stand with backups.
 *
 * @param last the newest that was made or was to be; null before the first
 * @param lastProven the newest that was restored and compared; null before the first
 * @param onTheSameDisk whether they lie on the disk that they are to outlive
 */
public record BackupStanding(BackupAttempt last, BackupAttempt lastProven, boolean onTheSameDisk) {

    /** One night may be missed: the machine was off. */
    private static final Duration LATE_AFTER = Duration.ofHours(50);

    /** In one word. */
    public enum Word implements Keyed {
        /** None yet: the first night is still to come. */
        NONE,
        /** The newest one is proven. */
        GOOD,
        /** The newest one was made and not proven. */
        UNPROVEN,
        /** The newest one that is proven is days old, though nothing failed. */
        LATE,
        /** The newest one could not be made. */
        FAILED
    }

    /** How that is at a moment. */
    public Word word(Instant now) {
        BackupAttempt ended = last != null && last.goesOn() ? lastProven : last;
        if (ended == null) {
            return Word.NONE;
        }
        if (ended.problem() != null) {
            return ended.problem().leavesAFile() ? Word.UNPROVEN : Word.FAILED;
        }
        return lastProven == null || lastProven.provenAt().plus(LATE_AFTER).isBefore(now) ? Word.LATE : Word.GOOD;
    }
}
