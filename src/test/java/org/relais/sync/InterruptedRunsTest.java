package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.record.OwnStores;
import org.relais.run.Outcome;
import org.relais.testing.TestDatabase;

/**
 * Runs that are interrupted at any call to a server or to the database, again and again, end in the same store as an
 * undisturbed one, and both servers hold every change.
 */
class InterruptedRunsTest {

    private static final int CHANGES = 12;
    private static final int MOST_RUNS = 200;
    private static final double STATEMENTS_THAT_BREAK = 0.01;

    private static List<String> undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        try (DemoNetwork network = network();
                TestDatabase database = TestDatabase.fresh();
                Engine engine = Engine.startFor(network, database, Engine.newDirectory())) {
            assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
            change(engine);
            network.deliver(network.sites().getFirst());
            assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
            undisturbed = records(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2026})
    void endInTheStoreOfAnUndisturbedRun(long seed) {
        try (DemoNetwork network = network();
                TestDatabase database = TestDatabase.fresh()) {
            disturb(network, new Random(seed));
            try (Engine engine = Engine.startBrittle(network, database, seed, STATEMENTS_THAT_BREAK)) {
                engine.lastEnded();
                int runs = runUntilInitialised(engine);
                change(engine);
                network.deliver(network.sites().getFirst());
                for (int i = 0; i < 10; i++) {
                    engine.run();
                }
                int broken = engine.bean(BrittleDatabase.class).broken();
                network.faults().clear();
                engine.bean(BrittleDatabase.class).heal();
                assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);

                System.out.printf("Seed %d: %d runs to the first success, %d broken statements%n", seed, runs, broken);
                assertThat(broken).isPositive();
                assertThat(engine.store().setAside(10)).isEmpty();
                assertThat(engine.outbox().pending()).isZero();
                assertThat(records(engine)).isEqualTo(undisturbed);
                for (int i = 0; i < CHANGES; i++) {
                    String id = "changed-" + i;
                    assertThat(network.received())
                            .anyMatch(change -> change.key().id().equals(id));
                }
            }
        }
    }

    private static int runUntilInitialised(Engine engine) {
        int runs = 1;
        while (!engine.site().initialised()) {
            assertThat(runs++).isLessThan(MOST_RUNS);
            engine.run();
        }
        return runs;
    }

    private static DemoNetwork network() {
        return DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));
    }

    private static void disturb(DemoNetwork network, Random random) {
        Stream.of(FaultKind.CUT_BODY, FaultKind.HTML, FaultKind.RESET)
                .forEach(kind -> Stream.of(CentralServer.values()).forEach(server -> network.faults()
                        .add(Fault.always(kind, server).with(0.02 + random.nextDouble() * 0.05))));
    }

    private static void change(Engine engine) {
        String store =
                engine.bean(OwnStores.class).ids().stream().sorted().findFirst().orElseThrow();
        for (int i = 0; i < CHANGES; i++) {
            engine.save(RunTest.location("changed-" + i, store, "C" + i));
        }
    }

    private static List<String> records(Engine engine) {
        return engine.jdbc()
                .sql("select concat_ws('|', type, id, store_id, data, deleted_at is null, merged_into) from record"
                        + " order by type, id")
                .query(String.class)
                .list();
    }
}
