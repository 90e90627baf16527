package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.site.SiteNotConfigured;
import org.relais.testing.TestDatabase;

/** When runs begin, on one process and on two that share a database, and what becomes of those that a restart cut. */
class ScheduleTest {

    private static final String SCHEDULED = "--relais.sync.enabled=true";

    private final TestDatabase database = TestDatabase.fresh();
    private final Path directory = Engine.newDirectory();
    private final List<AutoCloseable> open = new ArrayList<>();
    private DemoNetwork network;

    @BeforeEach
    void startNetwork() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        network.close();
        database.close();
    }

    @Test
    void aSiteThatIsNotSetUpSchedulesNothing() {
        Engine engine = opened(Engine.start(database, directory, SCHEDULED));

        SyncStatus status = engine.synchroniser().status();

        assertThat(status.configured()).isFalse();
        assertThat(status.nextRunAt()).isNull();
        assertThatThrownBy(() -> engine.synchroniser().start(Trigger.PERSON, "admin"))
                .isInstanceOf(SiteNotConfigured.class);
        assertThat(engine.runs().newest(10)).isEmpty();
    }

    @Test
    void settingTheSiteUpStartsItsFirstRunAndItsSchedule() {
        Engine engine = opened(Engine.start(database, directory, SCHEDULED));
        var site = network.sites().getFirst();

        engine.site().configure(network.legacyUrl(), site.name(), site.passwordSha256());

        Run run = engine.lastEnded();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.trigger()).isEqualTo(Trigger.SETUP);
        assertThat(engine.synchroniser().status().nextRunAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(4)), Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    void aNewIntervalTakesEffectAtOnceAndIsKept() {
        Engine engine = opened(Engine.startFor(network, database, directory, SCHEDULED, "--relais.sync.interval=7d"));
        engine.lastEnded();
        assertThat(engine.synchroniser().interval()).isEqualTo(Duration.ofDays(7));

        engine.synchroniser().changeInterval(Duration.ofMinutes(1));

        assertThat(engine.synchroniser().status().nextRunAt())
                .isBefore(Instant.now().plus(Duration.ofSeconds(61)));
        assertThatThrownBy(() -> engine.synchroniser().changeInterval(Duration.ofSeconds(59)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.synchroniser().changeInterval(Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
        engine.close();
        open.clear();
        Engine again = opened(Engine.startFor(network, database, directory, SCHEDULED));
        assertThat(again.synchroniser().interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatWasMissedRunsOnce() {
        Engine engine = opened(Engine.startFor(network, database, directory, SCHEDULED, "--relais.sync.interval=1m"));
        engine.lastEnded();
        engine.close();
        open.clear();
        // As if the machine had been off for an hour.
        long missed = Instant.now().minus(Duration.ofHours(1)).toEpochMilli();
        new TestRows(database)
                .update("update QRTZ_TRIGGERS set NEXT_FIRE_TIME = " + missed
                        + ", PREV_FIRE_TIME = -1 where TRIGGER_NAME = 'interval'");

        Engine again = opened(Engine.startFor(network, database, directory, SCHEDULED, "--relais.sync.interval=1m"));

        Awaitility.await().until(() -> again.runs().newest(10).size() == 2);
        Run run = again.lastEnded();
        assertThat(run.trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(again.synchroniser().status().nextRunAt())
                .isAfter(Instant.now().plus(Duration.ofSeconds(40)));
        assertThat(again.runs().newest(10)).hasSize(2);
    }

    @Test
    void twoProcessesOnOneDatabaseNeverRunTwoAtOnce() {
        Engine one = opened(Engine.startFor(network, database, directory));
        one.lastEnded();
        Engine other = opened(Engine.startFor(network, database, directory));

        for (int round = 0; round < 3; round++) {
            silentGreeting();
            Run first = one.synchroniser().start(Trigger.PERSON, "one");
            Run second = other.synchroniser().start(Trigger.PERSON, "other");
            assertThat(second.id()).isEqualTo(first.id());
            network.faults().clear();
            one.ended(first.id());
        }

        List<Run> runs = one.runs().newest(10).reversed();
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).startedAt()).isAfterOrEqualTo(runs.get(i - 1).finishedAt());
        }
        assertThat(runs).extracting(Run::outcome).containsOnly(Outcome.SUCCEEDED);
    }

    @Test
    void aRunIsSeenAndCancelledFromAnotherProcess() {
        Engine one = opened(Engine.startFor(network, database, directory));
        one.lastEnded();
        Engine other = opened(Engine.startFor(network, database, directory));
        silentGreeting();
        Run run = one.synchroniser().start(Trigger.PERSON, "one");
        for (Engine engine : List.of(one, other)) {
            Awaitility.await().until(() -> engine.published().stream()
                    .anyMatch(status ->
                            status.current() != null && status.current().id() == run.id()));
        }
        Awaitility.await()
                .until(() -> one.bean(StatusBoard.class).busyHere()
                        || other.bean(StatusBoard.class).busyHere());
        Engine watcher = one.bean(StatusBoard.class).busyHere() ? other : one;

        assertThat(watcher.synchroniser().cancel()).isPresent();

        assertThat(one.ended(run.id()).outcome()).isEqualTo(Outcome.CANCELLED);
        Awaitility.await().until(() -> watcher.published().getLast().current() == null);
    }

    @Test
    void aRunThatAStopCutIsClosedAsInterruptedAndTakenUpAgain() {
        Engine engine = Engine.startFor(network, database, directory);
        engine.lastEnded();
        silentGreeting();
        Run cut = engine.synchroniser().start(Trigger.PERSON, "pharma");
        Awaitility.await().until(() -> network.faults().active().getFirst().struck() > 0);
        // The server is silent for as long as this takes: a stop waits for no server.
        engine.close();
        network.faults().clear();

        Engine again = opened(Engine.startFor(network, database, directory));

        Run taken = again.lastEnded();
        assertThat(taken.id()).isGreaterThan(cut.id());
        assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
        Run closed = again.runs().find(cut.id()).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(closed.steps()).extracting(RunStep::state).doesNotContain(StepState.ACTIVE, StepState.PENDING);
    }

    @Test
    void aRunWhoseProcessDiedIsClosedAsInterruptedAndTakenUpAgain() {
        Engine engine = Engine.startFor(network, database, directory);
        Run first = engine.lastEnded();
        engine.close();
        // What a process leaves behind that was killed in the middle of a run.
        TestRows rows = new TestRows(database);
        rows.update("update sync_run set outcome = 'running', finished_at = null where id = " + first.id());
        rows.update("update sync_step set state = 'active', finished_at = null where step = 'pull-remote'");
        rows.update("update sync_step set state = 'pending', started_at = null, finished_at = null"
                + " where step in ('pull-v6', 'integrate')");

        Engine again = opened(Engine.startFor(network, database, directory));

        Run taken = again.lastEnded();
        assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
        Run closed = again.runs().find(first.id()).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(closed.finishedAt()).isNotNull();
        assertThat(closed.steps())
                .extracting(RunStep::state)
                .containsExactly(
                        StepState.DONE, StepState.DONE, StepState.FAILED, StepState.SKIPPED, StepState.SKIPPED);
    }

    @Test
    void aFirstSynchronisationThatFailedGoesOnWithoutInitialisingAgain() {
        network.faults()
                .add(Fault.always(FaultKind.HTML, CentralServer.LEGACY)
                        .on("/acknowledged_records")
                        .times(1));
        Engine engine = opened(Engine.startFor(network, database, directory));
        Run failed = engine.lastEnded();
        assertThat(failed.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(engine.site().initialised()).isFalse();
        // Would fail the next run, if that initialised once more.
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.LEGACY).on("/initialise"));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.steps()).extracting(RunStep::step).contains(SyncStep.PREPARE);
        assertThat(Engine.step(run, SyncStep.PULL_CENTRAL).done()).isZero();
        assertThat(engine.site().initialised()).isTrue();
        assertThat(engine.store().setAside(10)).isEmpty();
    }

    /** Every run waits for the server's first answer until the fault is taken away. */
    private void silentGreeting() {
        network.faults().add(Fault.always(FaultKind.STALL, CentralServer.LEGACY).on("/sync/v5/site"));
    }

    private Engine opened(Engine engine) {
        open.add(engine);
        return engine;
    }
}
