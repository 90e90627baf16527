package org.relais.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the database of a backup anew, in an empty schema. Nobody else may use the schema meanwhile. */
abstract class DatabaseLoad implements ArchiveReader.Parts {

    private static final int ROWS = 1000;
    private static final long BYTES = 4_000_000;

    private final Connection connection;

    /** @param connection of the schema, to be closed by whoever opened it */
    DatabaseLoad(Connection connection) throws SQLException {
        this.connection = connection;
        execute("set time_zone = '+00:00'");
        // Tables come by name, not in the order in which they refer to each other; what came out fits together.
        execute("set session foreign_key_checks = 0");
        execute("set session unique_checks = 0");
        execute("set session sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION'");
        connection.setAutoCommit(false);
    }

    @Override
    public abstract void file(String name, byte[] content) throws IOException;

    @Override
    public ArchiveReader.Rows table(TableShape table) throws SQLException {
        execute(table.statement());
        return new Batches(connection.prepareStatement(table.insert()));
    }

    @Override
    public void sequence(Snapshot.Made sequence) throws SQLException {
        execute(sequence.statement());
        execute("select setval(" + TableShape.quoted(sequence.name()) + ", " + sequence.next() + ", 0)");
    }

    @Override
    public void view(Snapshot.Made view) throws SQLException {
        execute(view.statement());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of one table, some at a time. */
    private final class Batches implements ArchiveReader.Rows {

        private final PreparedStatement insert;
        private int rows;
        private long bytes;

        Batches(PreparedStatement insert) {
            this.insert = insert;
        }

        @Override
        public void add(byte[][] values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setBytes(i + 1, values[i]);
                bytes += values[i] == null ? 0 : values[i].length;
            }
            insert.addBatch();
            rows++;
            if (rows == ROWS || bytes > BYTES) {
                store();
            }
        }

        @Override
        public void end() throws SQLException {
            store();
            insert.close();
        }

        private void store() throws SQLException {
            if (rows > 0) {
                insert.executeBatch();
                connection.commit();
            }
            rows = 0;
            bytes = 0;
        }
    }
}
