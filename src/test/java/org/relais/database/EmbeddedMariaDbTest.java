package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.startup.StartFailure;

/** Real servers, really killed. */
class EmbeddedMariaDbTest {

    @TempDir
    Path home;

    @Test
    void startsStopsAndKeepsItsRows() throws Exception {
        long first;
        try (EmbeddedMariaDb mariaDb = start()) {
            execute(mariaDb, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(mariaDb, "INSERT INTO kept VALUES (42)");
            first = mariaDb.pid();
        }
        assertThat(ProcessHandle.of(first)).isEmpty();

        Object tables = fileKey("data/mysql/db.frm");
        Object directory = fileKey("data");
        try (EmbeddedMariaDb mariaDb = start()) {
            assertThat(keptRow(mariaDb)).isEqualTo(42);
            // The database is not made a second time.
            assertThat(fileKey("data/mysql/db.frm")).isEqualTo(tables);
            assertThat(fileKey("data")).isEqualTo(directory);
        }
    }

    @Test
    void letsInNobodyWithoutThePasswordAndHidesItFromOthers() throws Exception {
        EmbeddedMariaDbForTests.layTables(home);
        try (EmbeddedMariaDb mariaDb = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(mariaDb.url(), mariaDb.username(), ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(mariaDb.url(), "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(home.resolve("account.sql")).doesNotExist();
        }
    }

    @Test
    void takesOverFromAProcessThatWasKilled() throws Exception {
        EmbeddedMariaDbForTests.layTables(home);
        ProcessHandle orphan = killTheHolder();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedMariaDb mariaDb = start()) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(keptRow(mariaDb)).isEqualTo(42);
        }
    }

    @Test
    void recoversWhenBothWereKilled() throws Exception {
        EmbeddedMariaDbForTests.layTables(home);
        kill(killTheHolder());

        try (EmbeddedMariaDb mariaDb = start()) {
            assertThat(keptRow(mariaDb)).isEqualTo(42);
        }
    }

    @Test
    void startsTheServerAgainWhenItAloneWasKilled() throws Exception {
        EmbeddedMariaDbForTests.layTables(home);
        try (EmbeddedMariaDb mariaDb = start()) {
            execute(mariaDb, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(mariaDb, "INSERT INTO kept VALUES (42)");
            kill(ProcessHandle.of(mariaDb.pid()).orElseThrow());

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(keptRow(mariaDb)).isEqualTo(42));
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        EmbeddedMariaDbForTests.layTables(home);
        try (EmbeddedMariaDb mariaDb = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("in use by another running process");
        }
    }

    @Test
    void makesItsTablesAgainWhenTheFirstInstallationWasCut() throws Exception {
        Files.createDirectories(home.resolve("data-being-made/mysql"));

        try (EmbeddedMariaDb mariaDb = start()) {
            execute(mariaDb, "CREATE TABLE kept (id INT PRIMARY KEY)");
            assertThat(home.resolve("data-being-made")).doesNotExist();
        }
    }

    @Test
    void livesInADirectoryWithSpacesAndAccents() throws Exception {
        home = Files.createDirectory(home.resolve("Santé publique"));

        try (EmbeddedMariaDb mariaDb = start()) {
            execute(mariaDb, "CREATE TABLE kept (id INT PRIMARY KEY)");
        }
    }

    private Object fileKey(String file) throws IOException {
        return Files.readAttributes(home.resolve(file), BasicFileAttributes.class)
                .fileKey();
    }

    private EmbeddedMariaDb start() {
        return EmbeddedMariaDbForTests.start(home);
    }

    /** Kills a process that holds the database; returns the mariadbd that it leaves behind. */
    private ProcessHandle killTheHolder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // A short life: what a better compiler costs is never earned back.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsADatabase.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String committed = "committed ";
        String line = holder.inputReader()
                .lines()
                .filter(said -> said.startsWith(committed))
                .findFirst()
                .orElseThrow();
        holder.destroyForcibly().waitFor();
        return ProcessHandle.of(Long.parseLong(line.substring(committed.length())))
                .orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int keptRow(EmbeddedMariaDb mariaDb) throws SQLException {
        try (Connection connection = connect(mariaDb);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(EmbeddedMariaDb mariaDb, String sql) throws SQLException {
        try (Connection connection = connect(mariaDb);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedMariaDb mariaDb) throws SQLException {
        return DriverManager.getConnection(mariaDb.url(), mariaDb.username(), mariaDb.password());
    }
}
