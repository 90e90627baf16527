package org.relais.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Numbers for contents, taken from the database a block at a time. Not for more than one thread. */
final class ContentNumbers {

    /** What the sequence {@code content_number} advances by: each of its values stands for this many numbers. */
    static final int BLOCK = 1000;

    private final Connection connection;
    private long next;
    private long end;

    ContentNumbers(Connection connection) {
        this.connection = connection;
    }

    long next() throws SQLException {
        if (next == end) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select next value for content_number")) {
                row.next();
                next = row.getLong(1);
                end = next + BLOCK;
            }
        }
        return next++;
    }
}
