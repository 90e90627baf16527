package org.relais.backup;

import org.relais.vocabulary.Keyed;

/** Why there is no backup, or why one is not proven. Each has its words and its cure in the translations. */
public enum BackupProblem implements Keyed {
    /** The folder is not there: a disk or a share that is not connected. */
    FOLDER_AWAY,
    /** The service's user may not write there, or the disk is read-only. */
    NOT_WRITABLE,
    /** The folder's disk is full. */
    DISK_FULL,
    /** The database did not give its rows. */
    DATABASE,
    /** The process ended before the backup was done. */
    INTERRUPTED,
    /** Something that should not be. */
    FAULT,
    /** It was made, but there is no room or no database beside the site's to restore it into. */
    NOT_TRIED,
    /** It was made and restored, and came back otherwise. */
    DIFFERS;

    /** Whether there is a file all the same. */
    public boolean leavesAFile() {
        return this == NOT_TRIED || this == DIFFERS;
    }
}
