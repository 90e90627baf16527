package org.relais.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, for people and for the engine. While the database is away, a person is told so at once; what nobody waits for waits
 * for it. A pool whose connections are all in use is no such failure: everybody waits for their turn.
 */
final class WatchedDataSource extends DelegatingDataSource {

    private static final Duration FOR_ONES_TURN = Duration.ofSeconds(30);

    private final DatabaseWatch watch;

    WatchedDataSource(DataSource pool, DatabaseWatch watch) {
        super(pool);
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long began = System.nanoTime();
        while (true) {
            if (isAway()) {
                awaitDatabase();
                began = System.nanoTime();
            }
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException notNow) {
                boolean waitedEnough = System.nanoTime() - began > FOR_ONES_TURN.toNanos();
                if (!watch.hasAnswered() || (waitedEnough && !isAway())) {
                    throw notNow;
                }
            }
        }
    }

    /** A database that never answered is wrongly configured: that is told at the start. */
    private boolean isAway() {
        return watch.hasAnswered() && watch.isSilent();
    }

    private void awaitDatabase() throws SQLTransientConnectionException {
        try {
            if (WaitingPerson.isHere() || !watch.awaitAnswer()) {
                throw new SQLTransientConnectionException("The database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while the database did not answer", e);
        }
    }
}
