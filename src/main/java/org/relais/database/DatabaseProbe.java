package org.relais.database;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** A question to the database that costs it nothing, on a connection of its own: nobody's work stands before it in a queue. */
final class DatabaseProbe implements AutoCloseable {

    private final String url;
    private final Properties options = new Properties();
    private Connection connection;

    /**
     * @param limit how long the connection, and then an answer, may take
     * @param options of the driver, as the pool has them
     */
    DatabaseProbe(String url, String username, String password, Properties options, Duration limit) {
        this.url = url;
        this.options.putAll(options);
        put("user", username);
        put("password", password);
        put("connectTimeout", Long.toString(limit.toMillis()));
        put("socketTimeout", Long.toString(limit.toMillis()));
    }

    private void put(String name, String value) {
        if (value != null) {
            options.setProperty(name, value);
        }
    }

    /**
     * Returns when the database has answered. A connection that was lost since the last time is made again first: a server
     * that was restarted answers.
     *
     * @throws SQLException when it does not answer in time, or cannot be reached
     */
    void ask() throws SQLException {
        boolean fresh = connection == null;
        try {
            askOnce();
        } catch (SQLTimeoutException late) {
            close();
            throw late;
        } catch (SQLException lost) {
            close();
            if (fresh || lost.getCause() instanceof SocketTimeoutException) {
                throw lost;
            }
            askOnce();
        }
    }

    private void askOnce() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url, options);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("do 1");
        }
    }

    @Override
    public void close() throws SQLException {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLNonTransientConnectionException gone) {
                // It is closed, which was wanted.
                return;
            }
        }
    }
}
