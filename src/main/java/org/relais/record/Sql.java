package org.relais.record;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Turns what the driver throws into Spring's family, as the rest of the program expects it. */
final class Sql {

    private static final SQLExceptionSubclassTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private Sql() {}

    /** Whether the database gave up waiting for a lock; Spring has no class for it with MariaDB. */
    static boolean isLockTimeout(UncategorizedSQLException e) {
        return e.getSQLException() != null && e.getSQLException().getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    static DataAccessException translate(String task, SQLException cause) {
        DataAccessException translated = TRANSLATOR.translate(task, null, cause);
        return translated == null ? new UncategorizedSQLException(task, null, cause) : translated;
    }
}
