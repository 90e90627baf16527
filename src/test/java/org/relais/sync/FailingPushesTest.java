package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;

/** Pushes that are cut off, refused, overtaken by a change, or cancelled. */
class FailingPushesTest extends FailingNetwork {

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
}
