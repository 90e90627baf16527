package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Outcome;
import org.relais.run.Trigger;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteReport;
import org.relais.site.SiteSettings;
import org.relais.testing.TestDatabase;

/** A person changes the connection of a site that works. */
class ConnectionTest {

    private static final TestDatabase database = TestDatabase.fresh();
    private static DemoNetwork network;
    private static Engine engine;

    @BeforeAll
    static void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        engine = Engine.startFor(network, database, Engine.newDirectory());
        engine.lastEnded();
    }

    @AfterAll
    static void stop() {
        engine.close();
        network.close();
        database.close();
    }

    private static DemoSite ours() {
        return network.sites().getFirst();
    }

    private static SiteSettings settings() {
        return engine.site().settings().orElseThrow();
    }

    @Test
    void aRunThatIsGoingOnEndsWithWhatItBeganWithAndTheNextUsesTheNewConnection() {
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/central_records")
                        .lasting(700)
                        .times(1));
        URI sameServer = URI.create("http://localhost:" + network.legacyUrl().getPort());
        long run = engine.synchroniser().start(Trigger.PERSON, "admin").id();
        Awaitility.await().until(() -> network.faults().active().getFirst().struck() > 0);

        SiteReport report = engine.bean(SiteAccess.class)
                .connect(new SiteDraft(sameServer + "/", ours().name(), ours().password()));

        assertThat(report.openFailure()).isNull();
        assertThat(report.stores()).isNotEmpty();
        assertThat(settings().url().getHost()).isEqualTo("localhost");
        assertThat(engine.runs().find(run).orElseThrow().finishedAt()).isNull();
        assertThat(engine.ended(run).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }
}
