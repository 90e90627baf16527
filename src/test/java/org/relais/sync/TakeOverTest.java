package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    private static final String SOON = "--relais.sync.taken-over-after=9s";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static DemoNetwork network;
    private static Engine survivor;
    private static MortalSite mortal;

    @BeforeAll
    static void twoProcesses() {
        Path directory = Engine.newDirectory();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        survivor = Engine.startFor(network, database, directory, SOON);
        mortal = MortalSite.on(network, database, directory, SOON);
    }

    @BeforeEach
    void bothLive() throws Exception {
        network.faults().clear();
        survivor.lastEnded();
        if (!mortal.isAlive()) {
            mortal.start();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        mortal.close();
        survivor.close();
        network.close();
    }

    @Test
    void aDeadProcessesRunIsTakenOverByTheOneThatLives() throws Exception {
        Run seen = busy();
        assertThat(Engine.step(seen, SyncStep.PUSH_V6).state()).isEqualTo(StepState.DONE);
        assertThat(survivor.bean(StatusBoard.class).busyHere()).isFalse();
        assertThat(survivor.synchroniser().start(Trigger.PERSON, "other").id()).isEqualTo(seen.id());

        mortal.kill(MortalSite.Victims.JAVA);

        isTakenOver(seen, Duration.ofSeconds(60));
    }

    /** Its connections stay open, as those of a machine without power do; when it goes on, it must not write anything more. */
    @Test
    void aRunOfAProcessThatStandsStillIsTakenOverAndStaysClosedWhenItGoesOn() throws Exception {
        Run seen = busy();

        mortal.freeze();

        Run taken = isTakenOver(seen, Duration.ofMinutes(2));
        Run closed = survivor.runs().find(seen.id()).orElseThrow();
        network.faults().clear();
        mortal.thaw();
        mortal.synchronise();
        mortal.awaitRest();
        assertThat(survivor.runs().find(seen.id())).contains(closed);
        assertThat(survivor.runs().find(taken.id())).contains(taken);
        List<Run> runs = survivor.runs().newest(10).reversed();
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).startedAt()).isAfterOrEqualTo(runs.get(i - 1).finishedAt());
        }
        assertThat(runs.getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    /** Has the mortal one in the middle of a run, waiting for a server. */
    private static Run busy() throws Exception {
        // Leaves the next run to the other process, and goes on reporting that it lives.
        survivor.bean(Scheduler.class).standby();
        network.faults()
                .add(Fault.always(FaultKind.STALL, CentralServer.LEGACY)
                        .on("/queued_records")
                        .times(1));
        mortal.synchronise();
        Run seen = Awaitility.await()
                .until(
                        () -> survivor.synchroniser().status().current(),
                        run -> run != null && Engine.step(run, SyncStep.PUSH).state() == StepState.ACTIVE);
        // Else the silence would meet whoever takes the run over.
        Awaitility.await().until(() -> network.faults().active().getFirst().struck() == 1);
        survivor.bean(Scheduler.class).start();
        return seen;
    }

    private static Run isTakenOver(Run seen, Duration within) {
        Awaitility.await()
                .atMost(within)
                .until(() -> survivor.runs().newest(1).getFirst().id() > seen.id());
        Run taken = survivor.lastEnded();
        assertThat(taken.trigger()).isEqualTo(Trigger.RECOVERY);
        assertThat(taken.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(taken.plan()).isEqualTo(seen.plan());
        Run dead = survivor.runs().find(seen.id()).orElseThrow();
        assertThat(dead.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(dead.finishedAt()).isBeforeOrEqualTo(taken.startedAt());
        assertThat(survivor.runs().newest(10)).extracting(Run::id).containsOnlyOnce(taken.id(), seen.id());
        return taken;
    }
}
