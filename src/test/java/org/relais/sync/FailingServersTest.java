package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.record.OwnStores;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** What a run does when a central server fails, is slow, or is cut off. */
class FailingServersTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static DemoNetwork network;
    private static Engine engine;

    @BeforeAll
    static void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        engine = Engine.startFor(network, database, Engine.newDirectory());
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @AfterAll
    static void stop() {
        engine.close();
        network.close();
    }

    @AfterEach
    void heal() {
        network.faults().clear();
    }

    @Test
    void aFailingOpenServerStopsOnlyItsOwnLeg() {
        save("open-down");
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.OPEN));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(states(run))
                .containsExactly(
                        "push-v6 failed",
                        "push done",
                        "pull-central done",
                        "pull-remote done",
                        "pull-v6 skipped",
                        "integrate done");
        assertThat(run.error().server()).isEqualTo(CentralServer.OPEN);
        assertThat(Engine.step(run, SyncStep.PUSH_V6).error()).isEqualTo(run.error());
        // The change belongs to the other server and is there; this one has still to be asked.
        assertThat(received("open-down")).isOne();
        assertThat(engine.outbox().pending()).isOne();
        network.faults().clear();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.outbox().pending()).isZero();
        assertThat(received("open-down")).isOne();
    }

    @Test
    void anOpenServerThatFailsLaterCostsOnlyItsPull() {
        network.faults().add(Fault.always(FaultKind.GARBAGE, CentralServer.OPEN).on("/pull"));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.error().code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(states(run)).contains("push done", "pull-v6 failed", "integrate done");
    }

    @Test
    void aFailingLegacyServerStopsOnlyItsOwnLeg() {
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.LEGACY).on("/queued_records"));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(states(run))
                .containsExactly(
                        "push-v6 done",
                        "push failed",
                        "pull-central skipped",
                        "pull-remote skipped",
                        "pull-v6 done",
                        "integrate done");
        assertThat(run.error().server()).isEqualTo(CentralServer.LEGACY);
    }

    @Test
    void tellsTheServerThatFailedRatherThanTheOneThatAskedIt() {
        save("both-legs-down");
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.LEGACY));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.steps().getFirst().error().server()).isEqualTo(CentralServer.OPEN);
        assertThat(run.error().server()).isEqualTo(CentralServer.LEGACY);
        network.faults().clear();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void theOpenServerIsFoundWhereItWasWhenTheLegacyOneCannotBeGreeted() {
        save("greeting-down");
        // Once for the site itself; the Open server asks it too, and finds it well again.
        network.faults()
                .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .saying("sync_is_running")
                        .times(1));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(states(run)).contains("push-v6 done", "push failed", "pull-remote skipped", "pull-v6 done");
        assertThat(run.error().call()).isEqualTo("GET /sync/v5/site");
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void refusedCredentialsAreToldOnceAndStopBothLegs() {
        network.faults()
                .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .saying("site_incorrect_password"));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.error().code()).isEqualTo(FailureCode.WRONG_PASSWORD);
        assertThat(network.faults().active().getFirst().struck()).isOne();
        assertThat(states(run)).contains("push-v6 failed", "push failed", "pull-v6 skipped", "integrate done");
    }

    @Test
    void anotherSiteBehindTheCredentialsIsRefusedBeforeAnythingIsSent() {
        save("mismatch");
        engine.jdbc().sql("update site set uuid = 'another'").update();
        try {
            Run run = engine.run();

            assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(run.error().code()).isEqualTo(FailureCode.SITE_MISMATCH);
            assertThat(received("mismatch")).isZero();
        } finally {
            engine.jdbc()
                    .sql("update site set uuid = ?")
                    .param(network.sites().getFirst().uuid())
                    .update();
        }
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void waitsForAServerThatStillIntegrates() {
        network.faults()
                .add(Fault.always(FaultKind.OPEN_ERROR, CentralServer.OPEN)
                        .on("/pull")
                        .saying("\"integrationInProgress\"")
                        .times(3));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(network.faults().active().getFirst().struck()).isEqualTo(3);
    }

    @Test
    void splitsAPushThatIsCutOff() {
        for (int i = 0; i < 8; i++) {
            save("cut-off-" + i);
        }
        network.faults()
                .add(Fault.always(FaultKind.RESET, CentralServer.LEGACY)
                        .on("/queued_records")
                        .times(2));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Engine.step(run, SyncStep.PUSH).sent()).isEqualTo(8);
        for (int i = 0; i < 8; i++) {
            assertThat(received("cut-off-" + i)).isOne();
        }
    }

    @Test
    void aRecordThatTheServerRefusesIsSetAsideAndHoldsUpNoOther() {
        save("good-1");
        save("good-2");
        network.faults()
                .add(Fault.always(FaultKind.HTML, CentralServer.LEGACY)
                        .on("/queued_records")
                        .saying("413")
                        .times(2));

        Run run = engine.run();

        // Two records are halved at the first refusal, and the first of the halves is refused as well.
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.outbox().failures(10)).hasSize(1);
        assertThat(received("good-1") + received("good-2")).isOne();
        network.faults().clear();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.outbox().pending()).isZero();
    }

    @Test
    void aChangeMadeWhileItsPushIsUnderWayIsSentAgain() {
        save("busy");
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/queued_records")
                        .lasting(700)
                        .times(1));
        Run started = engine.synchroniser().start(Trigger.PERSON, "pharma");
        Awaitility.await().until(() -> network.faults().active().getFirst().struck() == 1);

        save("busy", "changed");
        engine.ended(started.id());

        engine.run();
        assertThat(received("busy")).isEqualTo(2);
        assertThat(engine.outbox().pending()).isZero();
    }

    @Test
    void aRunIsCancelledAtItsNextBatchAndNothingIsLost() {
        save("cancelled");
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .lasting(600)
                        .times(1));
        Run started = engine.synchroniser().start(Trigger.PERSON, "pharma");
        Awaitility.await().until(() -> network.faults().active().getFirst().struck() == 1);

        assertThat(engine.synchroniser().cancel()).isPresent();
        Run run = engine.ended(started.id());

        assertThat(run.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(run.error().code()).isEqualTo(FailureCode.CANCELLED);
        assertThat(run.steps()).extracting(RunStep::state).doesNotContain(StepState.ACTIVE, StepState.PENDING);
        assertThat(engine.synchroniser().cancel()).isEmpty();
        assertThat(engine.outbox().pending()).isOne();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(received("cancelled")).isOne();
    }

    @Test
    void aSecondStartIsTheRunThatIsGoingOn() {
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .lasting(500)
                        .times(1));
        Run first = engine.synchroniser().start(Trigger.PERSON, "pharma");

        Run second = engine.synchroniser().start(Trigger.API, "other");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.trigger()).isEqualTo(Trigger.PERSON);
        assertThat(engine.ended(first.id()).startedBy()).isEqualTo("pharma");
    }

    private static void save(String id) {
        save(id, id);
    }

    private static void save(String id, String code) {
        String store = engine.bean(OwnStores.class).ids().iterator().next();
        engine.save(RunTest.location(id, store, code));
    }

    private static long received(String id) {
        return network.received().stream()
                .filter(change -> change.key().id().equals(id))
                .count();
    }

    private static List<String> states(Run run) {
        return run.steps().stream()
                .map(step -> step.step().key() + " " + step.state().key())
                .toList();
    }
}
