package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.SyncStep;

/** What a run does when a central server fails, is slow, or is cut off. */
class FailingServersTest extends FailingNetwork {

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
        // The change belongs to the other server and is there, so it waits no more; this one has still to be asked.
        assertThat(received("open-down")).isOne();
        assertThat(engine.outbox().pending()).isZero();
        assertThat(engine.outbox().toProcess(CentralServer.OPEN)).isOne();
        network.faults().clear();
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.outbox().toProcess(CentralServer.OPEN)).isZero();
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
}
