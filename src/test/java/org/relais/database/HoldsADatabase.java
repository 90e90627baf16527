package org.relais.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** A process that starts the embedded database, commits a row, says "committed" and the server's id, and stays. */
final class HoldsADatabase {

    private HoldsADatabase() {}

    public static void main(String[] args) throws Exception {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDbForTests.start(Path.of(args[0]));
        try (Connection connection =
                        DriverManager.getConnection(mariaDb.url(), mariaDb.username(), mariaDb.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO kept VALUES (42)");
        }
        System.out.println("committed " + mariaDb.pid());
        new CountDownLatch(1).await();
    }
}
