package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** A process that lives on, and loses the right to run together with a connection, as when its database is killed. */
class LostLockTest {

    private static final String HOLDER = "select is_used_lock(concat('relais-run-', md5(database())))";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void whatItCutIsTakenUpAtOnceByItself() {
        try (DemoNetwork network =
                        DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
                Engine engine = Engine.startFor(network, database, Engine.newDirectory())) {
            assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
            network.faults()
                    .add(Fault.always(FaultKind.STALL, CentralServer.LEGACY)
                            .on("/queued_records")
                            .times(1));
            Run cut = engine.synchroniser().start(Trigger.PERSON, "admin");
            Awaitility.await().until(() -> network.faults().active().getFirst().struck() == 1);

            long holder = engine.jdbc().sql(HOLDER).query(Long.class).single();
            engine.jdbc().sql("kill connection " + holder).update();

            List<Run> runs = Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(
                            () -> engine.runs().newest(2),
                            newest -> newest.getFirst().id() > cut.id()
                                    && newest.getFirst().finishedAt() != null);
            assertThat(runs).extracting(Run::outcome).containsExactly(Outcome.SUCCEEDED, Outcome.INTERRUPTED);
            assertThat(runs).extracting(Run::trigger).containsExactly(Trigger.RECOVERY, Trigger.PERSON);
        }
    }
}
