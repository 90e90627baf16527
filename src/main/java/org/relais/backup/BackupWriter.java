package org.relais.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.relais.database.DataDirectory;
import org.relais.database.PrivateFile;

/** Makes a backup's file: under another name until it is whole and on the disk. */
final class BackupWriter {

    /** What belongs to the site and not to the database: by these a central server and the database know it again. */
    static final List<String> FILES = List.of("secret.key", "hardware-id");

    private static final int BUFFER = 64 * 1024;

    /** MariaDB's code: a table was exchanged for another one after the moment that is written (a site that starts over). */
    private static final int TABLE_CHANGED = 1412;

    private static final int ATTEMPTS = 3;

    private final DatabaseAccess database;
    private final DataDirectory directory;

    BackupWriter(DatabaseAccess database, DataDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * A backup that was written.
     *
     * @param size in bytes
     */
    record Written(Path file, long size, BackupFacts facts, List<TableSum> sums) {

        /** How many rows there are in all tables together. */
        long rows() {
            return sums.stream().mapToLong(TableSum::rows).sum();
        }
    }

    /**
     * Writes one. Whatever fails, nothing is left in the folder that looks like a backup.
     *
     * @param folder must be there
     * @param passphrase empty for none
     * @param moment what its name says
     */
    Written write(Path folder, String passphrase, Instant moment) throws IOException, SQLException {
        deleteDrafts(folder);
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(folder, passphrase, moment);
            } catch (SQLException e) {
                if (e.getErrorCode() != TABLE_CHANGED || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Written attempt(Path folder, String passphrase, Instant moment) throws IOException, SQLException {
        Path draft = PrivateFile.draft(folder, BackupName.DRAFT, "");
        try {
            BackupFacts facts;
            List<TableSum> sums;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                    Connection connection = database.connect()) {
                Snapshot snapshot = Snapshot.of(connection);
                SealedOutput sealed = new SealedOutput(channel, passphrase);
                OutputStream packed = new GZIPOutputStream(sealed, BUFFER);
                facts = new BackupFacts(Program.version(), schema(connection), moment);
                ArchiveWriter archive = new ArchiveWriter(packed, facts);
                for (String name : FILES) {
                    if (Files.exists(directory.file(name))) {
                        archive.file(name, Files.readAllBytes(directory.file(name)));
                    }
                }
                sums = archive.database(snapshot);
                archive.end();
                packed.close();
                sealed.finish();
            }
            Path file = folder.resolve(BackupName.of(moment));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFile.forceNames(folder);
            return new Written(file, Files.size(file), facts, sums);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static int schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery(
                        "select max(cast(version as unsigned)) from flyway_schema_history where success")) {
            version.next();
            return version.getInt(1);
        }
    }

    /** Takes away what a process left behind that died while it wrote. Two never write at once. */
    static void deleteDrafts(Path folder) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, BackupName.DRAFT + "*")) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
        }
    }
}
