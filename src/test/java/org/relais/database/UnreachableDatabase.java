package org.relais.database;

import java.time.Duration;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A database where nobody listens. */
public final class UnreachableDatabase {

    private static final String NOWHERE = "jdbc:mariadb://127.0.0.1:1/relais";

    private UnreachableDatabase() {}

    /** Watched, and already known to be away. */
    public static DatabaseWatch watched() {
        DatabaseProbe probe = new DatabaseProbe(NOWHERE, "relais", "", new Properties(), Duration.ofSeconds(1));
        DatabaseWatch watch = DatabaseWatch.start(probe, () -> DataDisk.Condition.FINE);
        Awaitility.await().until(watch::isSilent);
        return watch;
    }
}
