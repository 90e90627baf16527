package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** Runs that cannot write down how they ended, and faults of the program within them: neither keeps the next run from starting. */
class StuckRunTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static DemoNetwork network;
    private static Engine engine;

    @BeforeAll
    static void aSiteThatWorks() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        engine = Engine.startBrittle(network, database, 1, Double.MIN_VALUE, "--relais.sync.called-again-after=2s");
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @AfterAll
    static void stop() {
        engine.close();
        network.close();
    }

    /** What a run leaves whose process lost the database for longer than its attempts last: under way, and nobody holds it. */
    @Test
    void aRunThatCouldNotWriteItsEndIsClosedAndTakenUpByItself() {
        Run lost = engine.run();

        TestRows rows = new TestRows(database);
        rows.update("update sync_step set state = 'active', finished_at = null where step = 'integrate' and run_id = "
                + lost.id());
        rows.update("update sync_run set outcome = 'running', finished_at = null where id = " + lost.id());

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> engine.runs().newest(1).getFirst().id() > lost.id());
        Run taken = engine.lastEnded();
        assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
        Run closed = engine.runs().find(lost.id()).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(Engine.step(closed, SyncStep.INTEGRATE).state()).isEqualTo(StepState.FAILED);
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anErrorInAStepEndsTheRunAsAFaultOfTheProgram() {
        // Its thread shows the end of the run before after it is written.
        Awaitility.await().until(() -> !engine.bean(StatusBoard.class).busyHere());
        engine.bean(BrittleDatabase.class).throwNext(new StackOverflowError("on purpose"));

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.error().code()).isEqualTo(FailureCode.FAULT);
        assertThat(run.error().detail()).contains("StackOverflowError");
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    /** Quartz's call for it was lost with the process or the database that it was made in. */
    @Test
    void aRunThatWasAskedForAndNeverCalledBeginsAllTheSame() {
        Run asked = engine.runs().request(Trigger.PERSON, "pharma", RunPlan.USUAL);

        assertThat(engine.ended(asked.id()).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }
}
