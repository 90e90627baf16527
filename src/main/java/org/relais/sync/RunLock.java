package org.relais.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * The right to run, held by one process at a time: a named lock of the database server that lives as long as the connection
 * that took it, and that connection only for as long as its holder shows signs of life. Quartz already keeps runs apart, but
 * it calls a process dead that only did not report in time; this lock does not change hands while its holder can still write.
 */
class RunLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);

    /** Named locks are the server's, not the schema's, and at most 64 characters long. */
    private static final String NAME = "concat('relais-run-', md5(database()))";

    private static final int PATIENCE_SECONDS = 2;

    /**
     * How long the lock stays with a process that stands still: a machine that vanishes does not close its connection, and
     * the server would wait for it for eight hours.
     */
    static final Duration OUTLIVES_ITS_HOLDER = Duration.ofSeconds(45);

    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);

    private final Connection connection;
    private volatile boolean closed;

    private RunLock(Connection connection) {
        this.connection = connection;
        Thread.ofPlatform().daemon().name("run-lock").start(this::live);
    }

    /**
     * Takes the lock, or returns empty when another process, or another run of this one, keeps it. It waits a moment for a
     * holder that is about to give it back.
     */
    static Optional<RunLock> tryTake(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                if (ask(connection, "select get_lock(" + NAME + ", " + PATIENCE_SECONDS + ") = 1")) {
                    tell(connection, "set session wait_timeout = " + OUTLIVES_ITS_HOLDER.toSeconds());
                    return Optional.of(new RunLock(connection));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException e) {
                discard(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take the run's lock", null, e);
        }
    }

    /** Whether nobody holds the lock. */
    static boolean isFree(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ask(connection, "select is_free_lock(" + NAME + ") = 1");
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look at the run's lock", null, e);
        }
    }

    /** Whether this lock is still held; it is lost with its connection. */
    synchronized boolean held() {
        try {
            return ask(connection, "select is_used_lock(" + NAME + ") = connection_id()");
        } catch (SQLException e) {
            log.warn("The run's lock is lost", e);
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            ask(connection, "select release_lock(" + NAME + ")");
            tell(connection, "set session wait_timeout = default");
            connection.close();
        } catch (SQLException e) {
            log.debug("The run's lock was lost before it was given back", e);
            discard(connection);
        }
    }

    /** Ends the connection, and with it a lock that it may still have: the pool must not hand both to somebody else. */
    private static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The connection with the run's lock could not be ended", e);
        }
    }

    private void live() {
        do {
            LockSupport.parkNanos(BETWEEN_SIGNS_OF_LIFE.toNanos());
        } while (sign());
    }

    /** Returns whether there is to be another one. */
    private synchronized boolean sign() {
        return !closed && held();
    }

    private static void tell(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
