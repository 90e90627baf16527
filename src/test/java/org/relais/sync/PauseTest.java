package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** A schedule that a person pauses and resumes, on all processes of a database. */
class PauseTest {

    private static final String NOT_CONFIGURED = "--relais.sync.enabled=";
    private static final Path directory = Engine.newDirectory();
    private static DemoNetwork network;

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Engine> open = new ArrayList<>();

    @BeforeAll
    static void startNetwork() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @AfterEach
    void stop() {
        open.reversed().forEach(Engine::close);
        database.close();
    }

    @Test
    void holdsForAllProcessesAndAfterARestart() {
        Engine one = started(NOT_CONFIGURED);
        one.lastEnded();
        Engine other = started(NOT_CONFIGURED);
        assertThat(other.synchroniser().status().nextRunAt()).isNotNull();

        one.synchroniser().pause();

        assertThat(other.synchroniser().status().paused()).isTrue();
        assertThat(other.synchroniser().status().nextRunAt()).isNull();
        Awaitility.await().until(() -> other.published().stream().anyMatch(SyncStatus::paused));
        assertThat(one.published().getLast().paused()).isTrue();
        open.reversed().forEach(Engine::close);
        open.clear();
        Engine again = started(NOT_CONFIGURED);
        assertThat(again.synchroniser().status().paused()).isTrue();
        assertThat(again.synchroniser().status().nextRunAt()).isNull();
    }

    @Test
    void startsNothingByItselfAndLetsPeopleStartRuns() {
        Engine engine = started(NOT_CONFIGURED);
        engine.lastEnded();
        engine.synchroniser().pause();

        // Quartz called at the very moment of the pause.
        engine.bean(Runner.class).perform(null, false);

        assertThat(engine.runs().newest(10)).hasSize(1);
        Run run = engine.run();
        assertThat(run.trigger()).isEqualTo(Trigger.PERSON);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.synchroniser().status().nextRunAt()).isNull();
        engine.synchroniser().changeInterval(Duration.ofMinutes(2));
        assertThat(engine.synchroniser().status().nextRunAt()).isNull();
    }

    @Test
    void goesOnOneIntervalAfterTheLastRun() {
        Engine engine = started(NOT_CONFIGURED, "--relais.sync.interval=7d");
        Run last = engine.lastEnded();
        engine.synchroniser().pause();

        engine.synchroniser().resume();

        assertThat(engine.synchroniser().status().paused()).isFalse();
        assertThat(engine.synchroniser().status().nextRunAt())
                .isBetween(
                        last.startedAt().plus(Duration.ofDays(7)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(7)).minusMillis(1));
    }

    @Test
    void makesUpAtOnceForWhatIsOverdue() {
        Engine engine = started(NOT_CONFIGURED, "--relais.sync.interval=1h");
        engine.lastEnded();
        engine.synchroniser().pause();
        new TestRows(database).update("update sync_run set started_at = date_sub(started_at, interval 2 hour)");

        engine.synchroniser().resume();

        Awaitility.await().until(() -> engine.runs().newest(10).size() == 2);
        Run run = engine.lastEnded();
        assertThat(run.trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void theConfigurationComesBackAtTheNextStart() {
        Engine engine = started("--relais.sync.enabled=false");
        engine.lastEnded();
        engine.synchroniser().resume();
        assertThat(engine.synchroniser().status().paused()).isFalse();
        engine.close();
        open.clear();

        assertThat(started("--relais.sync.enabled=false")
                        .synchroniser()
                        .status()
                        .paused())
                .isTrue();
    }

    private Engine started(String... settings) {
        Engine engine = Engine.startFor(network, database, directory, settings);
        open.add(engine);
        return engine;
    }
}
