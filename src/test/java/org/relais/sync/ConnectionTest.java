package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.site.InvalidSite;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.relais.site.SiteMismatch;
import org.relais.site.SiteProblem;
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

    @AfterEach
    void calm() {
        network.faults().clear();
    }

    private static SiteAccess access() {
        return engine.bean(SiteAccess.class);
    }

    private static DemoSite ours() {
        return network.sites().getFirst();
    }

    private static SiteSettings settings() {
        return engine.site().settings().orElseThrow();
    }

    private static String sealed() {
        return engine.jdbc()
                .sql("select sealed_password from site")
                .query(String.class)
                .single();
    }

    @Test
    void testingTellsWhatWasFoundAndChangesNothing() {
        SiteSettings before = settings();

        SiteReport report = access().test(new SiteDraft(network.legacyUrl().toString(), ours().name(), ""));

        assertThat(report.info().siteId()).isEqualTo(ours().number());
        assertThat(report.stores()).isNotEmpty();
        assertThat(report.openServer()).isEqualTo(network.openUrl());
        assertThat(report.openFailure()).isNull();
        assertThat(report.anotherSite()).isFalse();
        assertThat(settings()).isEqualTo(before);
    }

    @Test
    void anotherSiteIsRefusedAndNothingChanges() {
        DemoSite other = network.sites().get(1);
        SiteDraft draft = new SiteDraft(network.legacyUrl().toString(), other.name(), other.password());
        SiteSettings before = settings();
        String password = sealed();

        assertThat(access().test(draft).anotherSite()).isTrue();
        assertThatThrownBy(() -> access().connect(draft)).isInstanceOf(SiteMismatch.class);

        assertThat(settings()).isEqualTo(before);
        assertThat(sealed()).isEqualTo(password);
    }

    @Test
    void whatTheCentralServerRefusesIsNotKept() {
        SiteSettings before = settings();
        String password = sealed();

        assertThatThrownBy(() ->
                        access().connect(new SiteDraft(network.legacyUrl().toString(), ours().name(), "not this one")))
                .isInstanceOfSatisfying(CentralFailure.class, refused -> assertThat(refused.code())
                        .isEqualTo(FailureCode.WRONG_PASSWORD));
        assertThatThrownBy(() -> access().connect(new SiteDraft("http://127.0.0.1:9", ours().name(), "")))
                .isInstanceOf(CentralFailure.class);

        assertThat(settings()).isEqualTo(before);
        assertThat(sealed()).isEqualTo(password);
    }

    @Test
    void whatCannotBeRightIsToldWithoutAskingAnybody() {
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.LEGACY));

        assertThatThrownBy(() -> access().connect(new SiteDraft("central.example.org", "a:b", "x".repeat(251))))
                .isInstanceOfSatisfying(InvalidSite.class, invalid -> assertThat(invalid.problems())
                        .containsExactlyInAnyOrder(
                                SiteProblem.URL_INVALID, SiteProblem.NAME_INVALID, SiteProblem.PASSWORD_TOO_LONG));

        assertThat(network.faults().active().getFirst().struck()).isZero();
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

        SiteReport report = access().connect(new SiteDraft(sameServer + "/", ours().name(), ours().password()));

        assertThat(report.openFailure()).isNull();
        assertThat(settings().url().getHost()).isEqualTo("localhost");
        assertThat(engine.synchroniser().run(run).orElseThrow().finishedAt()).isNull();
        assertThat(engine.ended(run).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }
}
