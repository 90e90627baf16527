package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.relais.startup.StartFailure;
import org.relais.startup.UnusableFile;
import org.springframework.util.unit.DataSize;

/** Finds out, before anything is begun, whether the program can write what it has to. */
final class FirstWrite {

    /** What MariaDB makes at its first start beside the write-ahead log, and some records. */
    private static final DataSize FOR_THE_TABLES = DataSize.ofMegabytes(100);

    private static final DataSize FOR_THE_PROGRAMS = DataSize.ofMegabytes(360);

    private FirstWrite() {}

    /**
     * Writes a little and takes it away again.
     *
     * @param logFile the log file's name, or empty when none is written
     * @throws StartFailure when something cannot be written
     */
    static void tryIn(DataDirectory directory, String logFile) {
        try {
            Path probe = Files.createTempFile(directory.path(), ".probe", "");
            try {
                Files.write(probe, new byte[8192]);
            } finally {
                Files.deleteIfExists(probe);
            }
            if (!logFile.isBlank()) {
                tryLog(Path.of(logFile).toAbsolutePath());
            }
        } catch (IOException e) {
            throw UnusableFile.line(e, directory.path().toString())
                    .<RuntimeException>map(line -> new StartFailure(line, e))
                    .orElseGet(() -> new UncheckedIOException(e));
        }
    }

    private static void tryLog(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        boolean there = Files.exists(log);
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        if (!there) {
            Files.delete(log);
        }
    }

    /**
     * Only looks.
     *
     * @param settings those of the database that is, or will be, in the data directory
     * @throws StartFailure when there is too little room for it
     */
    static void refuseTooLittleRoom(DataDirectory directory, DatabaseSettings settings) {
        Path home = directory.file("mariadb");
        long free = new DataDisk(directory.path()).free();
        if (Files.isDirectory(home.resolve("data"))) {
            if (free < DataDisk.LEAST.toBytes()) {
                throw new StartFailure(UnusableFile.full(directory.path().toString()));
            }
            return;
        }
        long programs = Files.isDirectory(settings.programsFor(directory)) ? 0 : FOR_THE_PROGRAMS.toBytes();
        long needed = programs + settings.redoLog().toBytes() + FOR_THE_TABLES.toBytes();
        if (free < needed) {
            throw new TooLittleRoom(directory.path(), DataSize.ofBytes(needed), DataSize.ofBytes(free));
        }
    }
}
