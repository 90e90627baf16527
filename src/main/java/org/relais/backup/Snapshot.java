package org.relais.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A database as it was at one moment, while others go on writing to it. Belongs to one connection, which it takes over. */
final class Snapshot {

    /** What is fetched at a time: a text may be a hundred megabytes. */
    private static final int FETCHED = 100;

    private static final String AT_THIS_MOMENT = "table_read";

    private static final Set<String> AS_THEY_ARE = Set.of(
            "char",
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "enum",
            "set",
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob");

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /** Takes hold of this moment. */
    static Snapshot of(Connection connection) throws SQLException {
        execute(connection, "set time_zone = '+00:00'");
        execute(connection, "set session transaction isolation level repeatable read");
        // A slow disk must not look like a reader that is gone.
        execute(connection, "set session net_write_timeout = 3600");
        execute(connection, "start transaction with consistent snapshot, read only");
        return new Snapshot(connection);
    }

    /** Takes a row; null stands for null. */
    interface RowSink<E extends Exception> {
        void take(byte[][] values) throws E;
    }

    /**
     * A name and the statement that makes what bears it.
     *
     * @param next of a sequence: the number that it hands out next
     */
    record Made(String name, String statement, long next) {}

    /** All tables, by name. */
    List<TableShape> tables() throws SQLException {
        List<TableShape> tables = new ArrayList<>();
        for (String name : names("BASE TABLE")) {
            tables.add(new TableShape(name, statement("table", name), columns(name), key(name)));
        }
        return tables;
    }

    /** All views, by name. */
    List<Made> views() throws SQLException {
        List<Made> views = new ArrayList<>();
        for (String name : names("VIEW")) {
            // The account that made it is not there on another machine.
            String statement = statement("view", name).replaceFirst("(?i)\\sDEFINER=\\S+", "");
            views.add(new Made(name, statement, 0));
        }
        return views;
    }

    /** All sequences, by name. Asked after the rows, a sequence is at least as far as they are. */
    List<Made> sequences() throws SQLException {
        List<Made> sequences = new ArrayList<>();
        for (String name : names("SEQUENCE")) {
            List<List<String>> next = strings("select next_not_cached_value from " + TableShape.quoted(name));
            sequences.add(new Made(
                    name,
                    statement("sequence", name),
                    Long.parseLong(next.getFirst().getFirst())));
        }
        return sequences;
    }

    /**
     * Hands out all rows of a table.
     *
     * @return what they add up to
     */
    <E extends Exception> TableSum read(TableShape table, RowSink<E> sink) throws SQLException, E {
        RowSum sum = new RowSum();
        if (table.keepsRows()) {
            execute(connection, "savepoint " + AT_THIS_MOMENT);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED);
                try (ResultSet rows = statement.executeQuery(table.select())) {
                    int width = table.columns().size();
                    while (rows.next()) {
                        byte[][] values = new byte[width][];
                        for (int i = 0; i < width; i++) {
                            values[i] = rows.getBytes(i + 1);
                        }
                        sum.add(values);
                        sink.take(values);
                    }
                }
            }
            // Lets go of the table's definition: who wants to change it waits no longer.
            execute(connection, "rollback to savepoint " + AT_THIS_MOMENT);
        }
        return sum.of(table.name());
    }

    private List<String> names(String kind) throws SQLException {
        return strings(
                        "select table_name from information_schema.tables where table_schema = database() and table_type = ?"
                                + " order by binary table_name",
                        kind)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private List<TableShape.Column> columns(String table) throws SQLException {
        return strings(
                        "select column_name, data_type from information_schema.columns where table_schema = database()"
                                + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position",
                        table)
                .stream()
                .map(row -> new TableShape.Column(row.getFirst(), AS_THEY_ARE.contains(row.getLast())))
                .toList();
    }

    private List<String> key(String table) throws SQLException {
        return strings(
                        "select column_name from information_schema.key_column_usage where table_schema = database()"
                                + " and table_name = ? and constraint_name = 'PRIMARY' order by ordinal_position",
                        table)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private String statement(String kind, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet made = statement.executeQuery("show create " + kind + " " + TableShape.quoted(name))) {
            made.next();
            return made.getString(2);
        }
    }

    private List<List<String>> strings(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<List<String>> all = new ArrayList<>();
                int width = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= width; i++) {
                        row.add(rows.getString(i));
                    }
                    all.add(row);
                }
                return all;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
