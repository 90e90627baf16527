package org.relais.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** The disk that the data directory lies on: what is left of it, and how a failure says that nothing is left. */
public final class DataDisk {

    /** The database makes its files larger by so much at a time; with less it cannot store anything. */
    static final DataSize LEAST = DataSize.ofMegabytes(8);

    /** MariaDB's codes: disk full, table full. */
    private static final Set<Integer> CODES = Set.of(1021, 1114);

    /** As the operating systems say it, MariaDB's number for it included. */
    private static final Set<String> WORDS = Set.of(
            "no space left on device",
            "not enough space on the disk",
            "disk quota exceeded",
            "errno: 28",
            "error 28",
            "disk full");

    private static final int MOST_CAUSES = 50;

    private final Path directory;

    DataDisk(Path directory) {
        this.directory = directory;
    }

    /** How the disk is. */
    public enum Condition {
        /** There is room, and it can be written to. */
        FINE,
        /** Less is left than the database needs for its next step. */
        FULL,
        /** It is mounted read-only, is not there, or is no longer the service's user's. */
        NOT_WRITABLE
    }

    /** How the disk is at this moment. */
    public Condition condition() {
        if (!Files.isWritable(directory)) {
            return Condition.NOT_WRITABLE;
        }
        return free() < LEAST.toBytes() ? Condition.FULL : Condition.FINE;
    }

    /** What the service's user can still write, in bytes; 0 when the disk is not there. */
    public long free() {
        return file().getUsableSpace();
    }

    /** The size of the disk in bytes; 0 when it is not there. */
    public long total() {
        return file().getTotalSpace();
    }

    /** Whether a failure of the database or of a file says that the disk is full. */
    public static boolean saysFull(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (cause instanceof SQLException refused && CODES.contains(refused.getErrorCode())) {
                return true;
            }
            if ((cause instanceof SQLException || cause instanceof IOException) && saysFull(cause.getMessage())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean saysFull(String message) {
        String said = String.valueOf(message).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(said::contains);
    }

    private File file() {
        return directory.toFile();
    }
}
