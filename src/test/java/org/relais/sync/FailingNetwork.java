package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.record.OwnStores;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.testing.TestDatabase;

/** A site whose central servers fail as the test says, and are whole again for the next. */
abstract class FailingNetwork {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static DemoNetwork network;

    static Engine engine;

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

    static void save(String id) {
        save(id, id);
    }

    static void save(String id, String code) {
        String store = engine.bean(OwnStores.class).ids().iterator().next();
        engine.save(RunTest.location(id, store, code));
    }

    static long received(String id) {
        return network.received().stream()
                .filter(change -> change.key().id().equals(id))
                .count();
    }

    static List<String> states(Run run) {
        return run.steps().stream()
                .map(step -> step.step().key() + " " + step.state().key())
                .toList();
    }
}
