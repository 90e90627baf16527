package org.relais.testing;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.relais.database.EmbeddedMariaDb;
import org.relais.database.EmbeddedMariaDbForTests;

/**
 * The one embedded MariaDB of this JVM, started when the first test asks for it and stopped with the JVM. Its data stay under
 * {@code target/} so that the next run starts within a second.
 */
final class TestServer {

    private TestServer() {}

    static EmbeddedMariaDb get() {
        return Holder.SERVER;
    }

    private static final class Holder {

        private static final EmbeddedMariaDb SERVER =
                EmbeddedMariaDbForTests.startInFirstFree(Path.of("target", "mariadb"));

        static {
            // What waits for a condition fails only when it never comes: on a machine that does more than test, that is
            // not known
            // after the usual ten seconds.
            Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
