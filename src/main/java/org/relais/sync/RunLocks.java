package org.relais.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/** Gives the right to run to one at a time, of this process and of all others on the database. */
@Component
class RunLocks {

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final Duration outlivesItsHolder;

    /**
     * @param outlivesItsHolder how long the lock stays with a process that stands still, in whole seconds: a machine that
     *     vanishes does not close its connection, and the server would wait for it for eight hours
     */
    RunLocks(DataSource database, @Value(TakeOver.AFTER) Duration outlivesItsHolder) {
        this.database = database;
        this.outlivesItsHolder = outlivesItsHolder;
    }

    /**
     * Takes the lock, or returns empty when another process, or another run of this one, keeps it. It waits a moment for a
     * holder that is about to give it back.
     */
    Optional<RunLock> tryTake() {
        try {
            Connection connection = database.getConnection();
            try {
                if (RunLock.ask(connection, "select get_lock(" + RunLock.NAME + ", " + PATIENCE_SECONDS + ") = 1")) {
                    RunLock.tell(connection, "set session wait_timeout = " + outlivesItsHolder.toSeconds());
                    return Optional.of(new RunLock(connection, outlivesItsHolder));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException e) {
                RunLock.discard(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("take the run's lock", null, e);
        }
    }

    /** Whether nobody holds the lock. */
    boolean isFree() {
        try (Connection connection = database.getConnection()) {
            return RunLock.ask(connection, "select is_free_lock(" + RunLock.NAME + ") = 1");
        } catch (SQLException e) {
            throw new UncategorizedSQLException("look at the run's lock", null, e);
        }
    }
}
