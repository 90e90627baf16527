package org.relais.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run, held by one process at a time: a named lock of the database server that lives as long as the connection
 * that took it, and that connection only for as long as its holder shows signs of life. Quartz already keeps runs apart, but
 * it calls a process dead that only did not report in time; this lock does not change hands while its holder can still write.
 */
final class RunLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);

    /** Named locks are the server's, not the schema's, and at most 64 characters long. */
    static final String NAME = "concat('relais-run-', md5(database()))";

    /** So many signs of life does its holder give while the lock would outlive it once. */
    private static final int SIGNS_OF_LIFE = 9;

    private final Connection connection;
    private final Duration betweenSigns;
    private final Thread alive;
    private volatile boolean closed;

    /** @param connection has the lock already */
    RunLock(Connection connection, Duration outlivesItsHolder) {
        this.connection = connection;
        this.betweenSigns = outlivesItsHolder.dividedBy(SIGNS_OF_LIFE);
        this.alive = Thread.ofPlatform().daemon().name("run-lock").start(this::live);
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
        LockSupport.unpark(alive);
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
    static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The connection with the run's lock could not be ended", e);
        }
    }

    private void live() {
        do {
            LockSupport.parkNanos(betweenSigns.toNanos());
        } while (sign());
    }

    /** Returns whether there is to be another one. */
    private synchronized boolean sign() {
        return !closed && held();
    }

    static void tell(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
