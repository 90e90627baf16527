package org.relais.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.relais.backup.UnusableBackup.Problem;
import org.relais.database.DataDirectory;
import org.relais.database.EmbeddedMariaDb;
import org.relais.database.PrivateFile;
import org.relais.database.RestorePlace;
import org.relais.database.RestoredMark;
import org.relais.startup.StartFailure;

/** Makes a site of a backup, in an empty data directory: all of it, or nothing. */
final class Restoration {

    private final Path programs;
    private final RestorePlace place;
    private final DatabaseAccess external;

    /**
     * @param external the database server of the site's own that the rows go to, with an empty schema; null for the embedded one
     */
    Restoration(DataDirectory directory, Path programs, DatabaseAccess external) {
        this.place = new RestorePlace(directory);
        this.programs = programs;
        this.external = external;
    }

    /**
     * Restores a file.
     *
     * @param passphrase empty where none was given
     * @return what the backup says of itself
     * @throws StartFailure when there is a site already, or another restore goes on
     * @throws SchemaInTheWay when the schema has tables already
     * @throws UnusableBackup when the file cannot be read as a backup
     * @throws Proof.Differs when the database gives back something else than was put in
     */
    BackupFacts restore(Path file, String passphrase) throws IOException, SQLException, Proof.Differs {
        // Once for all: the key is made of the passphrase with much work. Nothing is begun for a file that cannot be
        // opened.
        try (SealedInput sealed = SealedInput.open(file, passphrase)) {
            ArchiveReader archive = new ArchiveReader(new GZIPInputStream(sealed, Seal.PIECE));
            requireKnownVersion(archive.facts());
            return restore(archive, passphrase);
        }
    }

    private BackupFacts restore(ArchiveReader archive, String passphrase)
            throws IOException, SQLException, Proof.Differs {
        boolean repeats = place.begin(external == null ? "" : external.url());
        boolean done = false;
        try {
            BackupFacts facts = external == null ? toEmbedded(archive) : toExternal(archive, repeats);
            if (!passphrase.isEmpty()) {
                BackupSecret.keepIn(place.files(), passphrase);
            }
            new RestoredMark(facts.madeAt()).leaveIn(place.files());
            place.complete();
            done = true;
            return facts;
        } finally {
            if (!done) {
                place.giveUp();
            }
        }
    }

    private BackupFacts toEmbedded(ArchiveReader archive) throws IOException, SQLException, Proof.Differs {
        try (EmbeddedMariaDb server = EmbeddedMariaDb.beside(place.database(), programs, true);
                Connection connection =
                        DriverManager.getConnection(server.url(), server.username(), server.password())) {
            return load(archive, connection);
        }
    }

    /** @param repeats whether what is in the schema is of a restore that was cut */
    private BackupFacts toExternal(ArchiveReader archive, boolean repeats)
            throws IOException, SQLException, Proof.Differs {
        try (Connection connection = external.connect()) {
            if (repeats) {
                empty(connection);
            } else if (!isEmpty(connection)) {
                throw new SchemaInTheWay();
            }
            place.claim(external.url());
            boolean done = false;
            try {
                BackupFacts facts = load(archive, connection);
                done = true;
                return facts;
            } finally {
                if (!done) {
                    empty(connection);
                }
            }
        }
    }

    private static void requireKnownVersion(BackupFacts facts) throws IOException {
        if (facts.schema() > Program.schema()) {
            throw new UnusableBackup(Problem.NEWER);
        }
    }

    private BackupFacts load(ArchiveReader archive, Connection connection)
            throws IOException, SQLException, Proof.Differs {
        List<TableSum> sums = archive.read(new DatabaseLoad(connection) {
            @Override
            public void file(String name, byte[] content) throws IOException {
                keep(name, content);
            }
        });
        Proof.compare(sums, Proof.sums(connection), "in the restored database");
        return archive.facts();
    }

    private void keep(String name, byte[] content) throws IOException {
        if (!BackupWriter.FILES.contains(name)) {
            throw new UnusableBackup(Problem.DAMAGED);
        }
        PrivateFile.write(place.files().resolve(name), new String(content, StandardCharsets.UTF_8));
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = database()")) {
            tables.next();
            return tables.getInt(1) == 0;
        }
    }

    /** Takes away what this restore has put there: it was empty before. */
    private static void empty(Connection connection) throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement();
                ResultSet made = statement.executeQuery(
                        "select case table_type when 'VIEW' then 'view' when 'SEQUENCE' then 'sequence' else 'table' end,"
                                + " table_name from information_schema.tables where table_schema = database()");
                Statement drop = connection.createStatement()) {
            drop.execute("set session foreign_key_checks = 0");
            while (made.next()) {
                drop.execute("drop " + made.getString(1) + " " + TableShape.quoted(made.getString(2)));
            }
        }
    }
}
