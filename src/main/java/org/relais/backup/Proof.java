package org.relais.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.relais.database.EmbeddedMariaDb;

/**
 * Shows that a backup can be restored, by doing it: from its file into a database of its own, which is then read again and
 * compared.
 */
final class Proof {

    private final Path place;
    private final Path binaries;

    /**
     * @param place where the database is made, and deleted again
     * @param binaries the database's programs
     */
    Proof(Path place, Path binaries) {
        this.place = place;
        this.binaries = binaries;
    }

    /** What was restored is not what was there. */
    static final class Differs extends Exception {

        private static final long serialVersionUID = 1;

        Differs(String what) {
            super(what);
        }
    }

    /**
     * Proves one.
     *
     * @param expected what the tables added up to when it was written
     * @throws Differs when the restored tables add up to something else
     */
    void of(Path file, String passphrase, List<TableSum> expected) throws IOException, SQLException, Differs {
        EmbeddedMariaDb.discard(place);
        try (EmbeddedMariaDb server = EmbeddedMariaDb.beside(place, binaries, false);
                Connection connection = connect(server)) {
            compare(expected, load(file, passphrase, connection), "in the file");
            compare(expected, sums(connection), "in the restored database");
        } finally {
            EmbeddedMariaDb.discard(place);
        }
    }

    private static List<TableSum> load(Path file, String passphrase, Connection connection)
            throws IOException, SQLException {
        try (SealedInput sealed = SealedInput.open(file, passphrase)) {
            return new ArchiveReader(new GZIPInputStream(sealed, Seal.PIECE)).read(new DatabaseLoad(connection) {
                @Override
                public void file(String name, byte[] content) {
                    // Was read, and is as it was written: more there is not to it.
                }
            });
        }
    }

    /** What the tables of a database add up to. The connection is in a transaction of its own afterwards. */
    static List<TableSum> sums(Connection connection) throws SQLException {
        Snapshot restored = Snapshot.of(connection);
        List<TableSum> sums = new ArrayList<>();
        for (TableShape table : restored.tables()) {
            sums.add(restored.<SQLException>read(table, values -> {}));
        }
        return sums;
    }

    /** @throws Differs when a table is missing, is one too many, or has other rows */
    static void compare(List<TableSum> expected, List<TableSum> found, String where) throws Differs {
        List<TableSum> lacking = new ArrayList<>(expected);
        lacking.removeAll(found);
        if (!lacking.isEmpty() || expected.size() != found.size()) {
            throw new Differs("Other rows " + where + ": "
                    + lacking.stream().map(TableSum::table).toList());
        }
    }

    private static Connection connect(EmbeddedMariaDb server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.username(), server.password());
    }
}
