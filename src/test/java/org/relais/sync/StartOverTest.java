package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.record.OwnStores;
import org.relais.record.WaitingChanges;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Trigger;
import org.relais.settings.Settings;
import org.relais.testing.TestDatabase;

/** A site forgets what was synchronised and fetches it anew. */
class StartOverTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Path DIRECTORY = Engine.newDirectory();
    private static DemoNetwork network;
    private static Engine engine;
    private static StoreImage before;
    private static String name;

    @BeforeAll
    static void aSiteThatWorks() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
        name = network.sites().getFirst().name();
        engine = Engine.startFor(network, database, DIRECTORY);
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
        before = StoreImage.of(engine.jdbc());
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

    @Test
    void everythingComesBackExceptWhatWaitedAndTheRestStays() {
        engine.jdbc().sql("""
                insert into account (id, name, password, administrator, created_at, changed_at)
                values ('a', 'pharma', '{noop}p', false, utc_timestamp(), utc_timestamp())
                """).update();
        engine.bean(Settings.class).choose("relais.badge.shown-from", "7");
        String identity = identity();
        saveLocation("lost-1");
        saveLocation("lost-2");
        assertThat(startOver().losses()).containsExactly(new WaitingChanges("Location", 2));

        Run run = startOver().begin(" " + name + " ", "pharma");
        assertThat(engine.site().initialised()).isFalse();
        assertThat(run).returns(Trigger.SETUP, Run::trigger).returns("pharma", Run::startedBy);
        assertThat(engine.ended(run.id()).outcome()).isEqualTo(Outcome.SUCCEEDED);

        assertThat(engine.site().initialised()).isTrue();
        StoreImage.of(engine.jdbc()).assertSameAs(before);
        assertThat(engine.outbox().pending()).isZero();
        assertThat(network.received()).noneMatch(change -> change.key().id().startsWith("lost-"));
        assertThat(identity()).isEqualTo(identity);
        assertThat(engine.jdbc()
                        .sql("select name from account")
                        .query(String.class)
                        .list())
                .containsExactly("pharma");
        assertThat(engine.bean(Settings.class).find("relais.badge.shown-from")).contains("7");
        assertThat(engine.runs().newest(10)).extracting(Run::id).contains(run.id(), 1L);
        assertThat(tables()).noneMatch(table -> table.startsWith("full_") || table.startsWith("empty_"));
    }

    @Test
    void anotherNameIsRefused() {
        assertThatThrownBy(() -> startOver().begin("site-2", "pharma")).isInstanceOf(IllegalArgumentException.class);
        assertThat(engine.site().initialised()).isTrue();
        assertThat(engine.synchroniser().status().current()).isNull();
    }

    @Test
    void aRunThatGoesOnIsNotDisturbed() {
        network.faults()
                .add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY)
                        .on("/sync/v5/site")
                        .lasting(400)
                        .times(1));
        Run going = engine.synchroniser().start(Trigger.PERSON, "other");

        assertThatThrownBy(() -> startOver().begin(name, "pharma")).isInstanceOf(RunGoingOn.class);

        assertThat(engine.site().initialised()).isTrue();
        assertThat(engine.ended(going.id()).outcome()).isEqualTo(Outcome.SUCCEEDED);
        StoreImage.of(engine.jdbc()).assertSameAs(before);
    }

    /** The server says that the site is initialised, but of which time it speaks nobody knows. */
    @Test
    void whenTheAnswerToInitialiseIsLostItIsAskedOnceMore() {
        network.faults()
                .add(Fault.always(FaultKind.CUT_BODY, CentralServer.LEGACY)
                        .on("/sync/v5/initialise")
                        .times(1));

        Run cut = engine.ended(startOver().begin(name, "pharma").id());
        assertThat(cut.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(cut.error().code()).isEqualTo(FailureCode.CONNECTION);
        assertThat(engine.site().initialised()).isFalse();

        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        StoreImage.of(engine.jdbc()).assertSameAs(before);
    }

    @Test
    void killedWhileItEmptiesTheStoreItGoesOnAtTheNextStart() throws Exception {
        try (DemoNetwork own =
                        DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(20)));
                TestDatabase site = TestDatabase.fresh();
                MortalSite mortal =
                        MortalSite.on(own, site, Engine.newDirectory(), "--relais.sync.taken-over-after=45s")) {
            mortal.start();
            mortal.awaitRest();
            StoreImage undisturbed = StoreImage.of(mortal.database());
            try (Connection reader = site.dataSource().getConnection();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("select count(*) from record_entry").close();
                mortal.startOver();
                Awaitility.await().until(() -> mortal.database()
                        .sql("select count(*) from information_schema.processlist where info like 'rename table %'")
                        .query(Boolean.class)
                        .single());
                mortal.kill(MortalSite.Victims.JAVA);
                reader.commit();
            }
            mortal.start();
            mortal.awaitRest();

            assertThat(mortal.database()
                            .sql("select concat(trigger_key, ' ', outcome) from sync_run order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("setup succeeded", "setup interrupted", "recovery succeeded");
            StoreImage.of(mortal.database()).assertSameAs(undisturbed);
        }
    }

    private static StartOver startOver() {
        return engine.bean(StartOver.class);
    }

    private static String identity() {
        return engine.jdbc()
                .sql(
                        "select concat_ws(' ', url, name, sealed_password, hardware_id, uuid, site_id, configured_at) from site")
                .query(String.class)
                .single();
    }

    private static List<String> tables() {
        return engine.jdbc().sql("show tables").query(String.class).list();
    }

    private static void saveLocation(String id) {
        String store = engine.bean(OwnStores.class).ids().iterator().next();
        engine.save(RunTest.location(id, store, id));
    }
}
