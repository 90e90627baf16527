package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quartz.Scheduler;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** Two processes on one database, and one of them dies in the middle of a run. */
class TakeOverTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aDeadProcessesRunIsTakenOverByTheOneThatLives() throws Exception {
        Path directory = Engine.newDirectory();
        try (DemoNetwork network =
                        DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
                Engine survivor = Engine.startFor(network, database, directory);
                MortalSite mortal = MortalSite.on(network, database, directory)) {
            survivor.lastEnded();
            mortal.start();
            // Leaves the next run to the other process, and goes on reporting that it lives.
            survivor.bean(Scheduler.class).standby();
            network.faults()
                    .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                            .on("/queued_records")
                            .lasting(60_000)
                            .times(1));
            mortal.synchronise();
            Run seen = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> survivor.synchroniser().status().current(),
                            run -> run != null
                                    && Engine.step(run, SyncStep.PUSH).state() == StepState.ACTIVE);
            assertThat(Engine.step(seen, SyncStep.PUSH_V6).state()).isEqualTo(StepState.DONE);
            assertThat(survivor.bean(StatusBoard.class).busyHere()).isFalse();
            survivor.bean(Scheduler.class).start();
            assertThat(survivor.synchroniser().start(Trigger.PERSON, "other").id())
                    .isEqualTo(seen.id());

            mortal.kill(MortalSite.Victims.JAVA);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> survivor.runs().newest(1).getFirst().id() > seen.id());
            Run taken = survivor.lastEnded();
            assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
            assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
            Run dead = survivor.runs().find(seen.id()).orElseThrow();
            assertThat(dead.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(dead.finishedAt()).isBeforeOrEqualTo(taken.startedAt());
            List<Run> runs = survivor.runs().newest(10);
            assertThat(runs).extracting(Run::id).containsOnlyOnce(taken.id(), seen.id());
            assertThat(runs).hasSize(3);
        }
    }
}
