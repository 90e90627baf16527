package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** Runs that cannot write down how they ended, and faults of the program within them: neither keeps the next run from starting. */
class LostDatabaseTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));

    @AfterEach
    void stop() {
        network.close();
        database.close();
    }

    /** The database is away for longer than the attempts to write down the end last, and comes back. */
    @Test
    void aRunThatCouldNotWriteItsEndIsClosedAndTakenUpByItself() throws IOException {
        try (CutLine line = new CutLine(database.url());
                Engine engine = Engine.startFor(
                        network,
                        database,
                        Engine.newDirectory(),
                        "--spring.datasource.url=" + line.url(),
                        "--spring.datasource.hikari.connection-timeout=500")) {
            engine.lastEnded();
            network.faults()
                    .add(Fault.always(FaultKind.STALL, CentralServer.LEGACY)
                            .on("/queued_records")
                            .times(1));
            Run lost = engine.synchroniser().start(Trigger.PERSON, "pharma");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> engine.runs().find(lost.id()).orElseThrow(),
                            run -> Engine.step(run, SyncStep.PUSH).state() == StepState.ACTIVE);

            line.cut();
            network.faults().clear();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !engine.bean(StatusBoard.class)
                    .busyHere());
            line.mend();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> engine.runs().newest(1).getFirst().id() > lost.id());
            Run taken = engine.lastEnded();
            assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
            assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(engine.runs().find(lost.id()).orElseThrow().outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    @Test
    void anErrorInAStepEndsTheRunAsAFaultOfTheProgram() {
        try (Engine engine = Engine.startBrittle(network, database, 1, Double.MIN_VALUE)) {
            engine.lastEnded();
            engine.bean(BrittleDatabase.class).throwNext(new StackOverflowError("on purpose"));

            Run run = engine.run();

            assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(run.error().code()).isEqualTo(FailureCode.FAULT);
            assertThat(run.error().detail()).contains("StackOverflowError");
            assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    /** Quartz's call for it was lost with the process or the database that it was made in. */
    @Test
    void aRunThatWasAskedForAndNeverCalledBeginsAllTheSame() {
        try (Engine engine = Engine.startFor(network, database, Engine.newDirectory())) {
            engine.lastEnded();

            Run asked = engine.runs().request(Trigger.PERSON, "pharma", RunPlan.USUAL);

            assertThat(engine.ended(asked.id()).outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }
}
