package org.relais.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.relais.database.DataDisk;

/**
 * Why a backup was not made.
 *
 * @param detail words for the support team
 */
record BackupFailure(BackupProblem problem, String detail) {

    static BackupFailure of(Throwable thrown, Path folder) {
        return new BackupFailure(problem(thrown, folder), thrown.toString());
    }

    private static BackupProblem problem(Throwable thrown, Path folder) {
        if (thrown instanceof SQLException) {
            return BackupProblem.DATABASE;
        }
        if (!(thrown instanceof IOException)) {
            return BackupProblem.FAULT;
        }
        if (DataDisk.saysFull(thrown)) {
            return BackupProblem.DISK_FULL;
        }
        if (!Files.isDirectory(folder)) {
            return BackupProblem.FOLDER_AWAY;
        }
        String said = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        boolean refused = thrown instanceof AccessDeniedException
                || said.contains("permission denied")
                || said.contains("read-only")
                || !Files.isWritable(folder);
        return refused ? BackupProblem.NOT_WRITABLE : BackupProblem.FAULT;
    }
}
