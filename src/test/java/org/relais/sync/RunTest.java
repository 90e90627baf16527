package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.record.OwnStores;
import org.relais.record.Sameness;
import org.relais.record.TableSameness;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.testing.TestDatabase;

/** A site's life against two healthy servers: set up, first synchronisation, then runs with and without work. */
class RunTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static DemoNetwork network;
    private static Engine engine;
    private static Run first;
    private static DemoNetwork.Volume volume;

    @BeforeAll
    static void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(50)));
        engine = Engine.startFor(network, database, Engine.newDirectory());
        first = engine.lastEnded();
        volume = network.volume(network.sites().getFirst());
    }

    @AfterAll
    static void stop() {
        engine.close();
        network.close();
    }

    @Test
    void setsItselfUpAndTakesTheFirstSynchronisation() {
        Run run = first;

        assertThat(run.error()).isNull();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.trigger()).isEqualTo(Trigger.SETUP);
        assertThat(run.steps())
                .extracting(RunStep::step)
                .containsExactly(
                        SyncStep.PREPARE,
                        SyncStep.PULL_CENTRAL,
                        SyncStep.PULL_REMOTE,
                        SyncStep.PULL_V6,
                        SyncStep.INTEGRATE);
        assertThat(run.steps()).extracting(RunStep::state).containsOnly(StepState.DONE);
        assertThat(Engine.step(run, SyncStep.PULL_CENTRAL).done()).isEqualTo(volume.central());
        assertThat(Engine.step(run, SyncStep.PULL_REMOTE).done()).isEqualTo(volume.queued());
        assertThat(Engine.step(run, SyncStep.PULL_V6).done()).isEqualTo(volume.open());
        assertThat(Engine.step(run, SyncStep.INTEGRATE).done()).isEqualTo(volume.total());
        assertThat(run.steps())
                .filteredOn(step -> step.step() != SyncStep.PREPARE)
                .allSatisfy(step -> assertThat(step.total()).isEqualTo(step.done()));
        assertThat(engine.site().initialised()).isTrue();
        assertThat(engine.site().settings().orElseThrow().uuid())
                .isEqualTo(network.sites().getFirst().uuid());
        assertThat(engine.store().setAside(10)).isEmpty();
    }

    @Test
    void theFirstSynchronisationIsComparedWithWhatWasAnnounced() {
        Awaitility.await().until(() -> engine.comparisons().after(first.id()).isPresent());

        Sameness found = engine.comparisons().after(first.id()).orElseThrow();
        assertThat(found.isSame()).isTrue();
        assertThat(found.sum(TableSameness::announced)).isEqualTo(volume.total());
        // The demonstration's log ends with some records that are deleted, and some that are merged.
        assertThat(found.sum(TableSameness::deleted)).isPositive();
        assertThat(found.sum(TableSameness::merged)).isPositive();
        assertThat(found.sum(table -> table.here() + table.deleted() + table.merged() + table.repeated()))
                .isEqualTo(volume.total());
    }

    @Test
    void aRunWithNothingToDoTakesEveryStepAndMovesNothing() {
        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.steps())
                .extracting(RunStep::step)
                .containsExactly(
                        SyncStep.PUSH_V6,
                        SyncStep.PUSH,
                        SyncStep.PULL_CENTRAL,
                        SyncStep.PULL_REMOTE,
                        SyncStep.PULL_V6,
                        SyncStep.INTEGRATE);
        assertThat(run.plan()).isEqualTo(RunPlan.USUAL);
        assertThat(run.sent()).isZero();
        assertThat(run.received()).isZero();
    }

    @Test
    void sendsEachChangeToTheServerItBelongsToAndCountsNoneThatIsNobodys() {
        String store = ownStore();
        engine.save(signIn("sign-in"));
        engine.save(location("new-location", store, "A1"));
        engine.save(contactForm("form-1", store));
        assertThat(engine.synchroniser().status().pending()).isEqualTo(2);

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Engine.step(run, SyncStep.PUSH_V6)).satisfies(step -> {
            assertThat(step.total()).isEqualTo(2);
            assertThat(step.done()).isEqualTo(2);
            assertThat(step.sent()).isEqualTo(1);
        });
        assertThat(Engine.step(run, SyncStep.PUSH)).satisfies(step -> {
            assertThat(step.total()).isEqualTo(2);
            assertThat(step.done()).isEqualTo(2);
            assertThat(step.sent()).isEqualTo(1);
        });
        assertThat(network.received())
                .extracting(change -> change.server() + " " + change.key().table() + " "
                        + change.key().id())
                .containsExactly(
                        CentralServer.OPEN + " contact_form form-1", CentralServer.LEGACY + " Location new-location");
        assertThat(network.received())
                .allSatisfy(change -> assertThat(change.problems()).isEmpty());
        assertThat(engine.synchroniser().status().pending()).isZero();
    }

    /** As people make it by signing in. */
    private static WireRecord signIn(String id) {
        return new WireRecord(new RecordKey("om_activity_log", id), Action.UPSERT, """
                {"ID":"%s","type":"UserLoggedIn","user_ID":"u","store_ID":"","record_ID":"",\
                "datetime":"2026-11-28T08:00:00","changed_to":"","changed_from":""}""".formatted(id));
    }

    @Test
    void bringsWhatArrivedMeanwhile() {
        int arrived = network.deliver(network.sites().getFirst());

        Run run = engine.run();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(Engine.step(run, SyncStep.INTEGRATE).done()).isEqualTo(arrived);
        assertThat(engine.store().setAside(10)).isEmpty();
    }

    @Test
    void publishesEveryTurnOfARun() {
        int before = engine.published().size();

        Run run = engine.run();

        List<String> turns = engine.published().stream()
                .skip(before)
                .filter(status -> status.current() != null)
                .flatMap(status -> status.current().steps().stream())
                .filter(step -> step.state() == StepState.ACTIVE || step.state() == StepState.DONE)
                .map(step -> step.step() + " " + step.state())
                .distinct()
                .toList();
        assertThat(turns)
                .containsExactlyElementsOf(run.steps().stream()
                        .flatMap(step -> Stream.of(step.step() + " ACTIVE", step.step() + " DONE"))
                        .toList());
        Awaitility.await().untilAsserted(() -> assertThat(engine.published().getLast())
                .matches(status -> status.current() == null
                        && status.last().id() == run.id()
                        && status.lastSuccess().id() == run.id()));
    }

    static WireRecord location(String id, String store, String code) {
        return new WireRecord(new RecordKey("Location", id), Action.UPSERT, """
                {"ID":"%s","code":"%s","Description":"Shelf","type_ID":"","store_ID":"%s","hold":false,"Volume":0}\
                """.formatted(id, code, store));
    }

    private static WireRecord contactForm(String id, String store) {
        String user = engine.jdbc()
                .sql("select id from record where type = 'user' order by id limit 1")
                .query(String.class)
                .single();
        return new WireRecord(new RecordKey("contact_form", id), Action.UPSERT, """
                {"id":"%s","reply_email":"a@example.org","body":"Bonjour","created_datetime":"2026-11-22T08:00:00",\
                "user_id":"%s","username":"pharma","store_id":"%s","contact_type":"FEEDBACK",\
                "site_id":2,"site_name":"site-1"}\
                """.formatted(id, user, store));
    }

    private static String ownStore() {
        return engine.bean(OwnStores.class).ids().iterator().next();
    }
}
