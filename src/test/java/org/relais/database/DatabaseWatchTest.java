package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that is stopped, goes on, and is killed. */
class DatabaseWatchTest {

    /** The product promises two seconds; a loaded machine may need some more, and what it was before is far more. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path home;

    private static EmbeddedMariaDb server;
    private HikariDataSource pool;
    private DatabaseWatch watch;
    private DataSource database;

    @BeforeAll
    static void startServer() throws IOException {
        EmbeddedMariaDbForTests.layTables(home);
        server = EmbeddedMariaDbForTests.start(home);
    }

    @AfterAll
    static void endServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        Properties options = new Properties();
        options.setProperty("socketFactory", PatientSockets.class.getName());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.username());
        config.setPassword(server.password());
        config.setDataSourceProperties(options);
        config.setConnectionTimeout(1200);
        config.setValidationTimeout(800);
        config.setMaximumPoolSize(2);
        pool = new HikariDataSource(config);
        watch = DatabaseWatch.start(
                new DatabaseProbe(server.url(), server.username(), server.password(), options, DatabaseWatch.LIMIT),
                () -> DataDisk.Condition.FINE);
        database = new WatchedDataSource(pool, watch);
        await().until(watch::hasAnswered);
        execute("CREATE OR REPLACE TABLE kept (id INT PRIMARY KEY)");
    }

    @AfterEach
    void end() throws Exception {
        signal("CONT");
        watch.close();
        pool.close();
    }

    @Test
    void aPersonIsToldSoonThatTheServerHangsAndWhatNobodyWaitsForGoesOnWhenItDoes() throws Exception {
        signal("STOP");
        CompletableFuture<Void> engine = CompletableFuture.runAsync(() -> execute("INSERT INTO kept VALUES (1)"));

        CompletableFuture<Void> person = CompletableFuture.runAsync(() -> {
            try (WaitingPerson here = new WaitingPerson(watch)) {
                execute("INSERT INTO kept VALUES (2)");
            }
        });

        assertThat(person).failsWithin(SOON);
        assertThat(watch.condition()).isEqualTo(DatabaseCondition.DATABASE);
        assertThat(engine).isNotDone();

        signal("CONT");
        assertThat(engine).succeedsWithin(SOON);
        await().until(() -> watch.condition() == DatabaseCondition.ANSWERS);
    }

    @Test
    void aPersonsLongQuestionIsNotCutWhileTheServerAnswersOthers() throws Exception {
        try (WaitingPerson here = new WaitingPerson(watch)) {
            execute("DO SLEEP(3)");
        }
    }

    @Test
    void aPersonInTheMiddleOfAnAnswerIsToldTooWhenTheServerStops() throws Exception {
        CompletableFuture<Void> person = CompletableFuture.runAsync(() -> {
            try (WaitingPerson here = new WaitingPerson(watch)) {
                execute("DO SLEEP(60)");
            }
        });
        signal("STOP");

        assertThat(person).failsWithin(SOON);
    }

    @Test
    void whoeverWaitsForAPoolThatIsAllInUseGetsTheirTurn() throws Exception {
        try (Connection one = database.getConnection();
                Connection two = database.getConnection()) {
            CompletableFuture<Void> third = CompletableFuture.runAsync(() -> {
                try (WaitingPerson here = new WaitingPerson(watch)) {
                    execute("INSERT INTO kept VALUES (3)");
                }
            });
            assertThatThrownBy(() -> third.get(2500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            one.close();
            assertThat(third).succeedsWithin(SOON);
        }
    }

    @Test
    void aServerThatWasKilledIsMissedAndFoundAgainAndTellsWhoListens() throws Exception {
        CompletableFuture<DatabaseCondition> told = new CompletableFuture<>();
        CompletableFuture<DatabaseCondition> back = new CompletableFuture<>();
        watch.tell(condition -> (condition == DatabaseCondition.ANSWERS ? back : told).complete(condition));
        signal("STOP");
        assertThat(told).succeedsWithin(SOON).isEqualTo(DatabaseCondition.DATABASE);

        signal("KILL");

        assertThat(back).succeedsWithin(Duration.ofSeconds(30));
        execute("INSERT INTO kept VALUES (4)");
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                .start()
                .waitFor();
    }
}
