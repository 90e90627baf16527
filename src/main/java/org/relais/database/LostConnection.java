package org.relais.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** Tells a failure of the way to the database from one of what was asked there. */
final class LostConnection {

    private static final int MOST_CAUSES = 50;

    /** The first digits of SQLSTATE. */
    private static final String CONNECTION = "08";

    private LostConnection() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(LostConnection::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || (cause instanceof SQLException refused
                        && refused.getSQLState() != null
                        && refused.getSQLState().startsWith(CONNECTION));
    }
}
