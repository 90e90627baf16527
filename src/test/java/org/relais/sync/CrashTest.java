package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.catalogue.WireRecord;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.ReceivedChange;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.SyncStep;
import org.relais.testing.TestDatabase;

/**
 * Kills a site's processes again and again, in its first synchronisations and in pushes of thousands of changes. Whatever the
 * moment, the next start finishes the job with the result of a run that nobody disturbed.
 *
 * <p>The moments are chosen by a seed, which is printed; {@code -Drelais.crash.seed=...} sets it, and {@code
 * -Drelais.crash.kills=...} how often it is killed: before a release, twenty times and more.
 */
class CrashTest {

    private static final int RECORDS = 15_000;
    private static final int KILLS = Integer.getInteger("relais.crash.kills", 8);
    private static final int KILLS_IN_PUSHES = KILLS * 2 / 5;
    private static final int KILLS_IN_FIRST_RUNS = KILLS - KILLS_IN_PUSHES;
    private static final int CHANGES_A_DAY = 3_000;

    /** A kill comes in one of these steps, or soon after it. */
    private static final List<SyncStep> STEPS_OF_FIRST_RUNS = List.of(
            SyncStep.PREPARE, SyncStep.PULL_CENTRAL, SyncStep.PULL_REMOTE, SyncStep.PULL_V6, SyncStep.INTEGRATE);

    private static final List<SyncStep> STEPS_OF_PUSHES =
            List.of(SyncStep.PUSH_V6, SyncStep.PUSH, SyncStep.PULL_CENTRAL);

    /** How long after the beginning of the step at most, as a part of what the whole run takes. */
    private static final double SOON = 0.25;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final long seed = Long.getLong("relais.crash.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);
    private DemoNetwork network;
    private MortalSite site;

    @BeforeEach
    void tellTheSeed() {
        System.out.println("Crash test: -Drelais.crash.seed=" + seed);
    }

    @AfterEach
    void endAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void whateverTheMomentTheNextStartFinishesTheJob() throws Exception {
        Undisturbed undisturbed = undisturbed();
        int kills = 0;
        while (kills < KILLS_IN_FIRST_RUNS) {
            if (site != null) {
                site.close();
            }
            network = opened(network());
            site = opened(MortalSite.alone(network));
            site.start();
            kills += killUntilRest(KILLS_IN_FIRST_RUNS - kills, STEPS_OF_FIRST_RUNS, undisturbed.took());
            StoreImage.of(site.database()).assertSameAs(undisturbed.image());
            assertRunsWereTakenUp();
        }
        pushUnderFire();
    }

    private record Undisturbed(StoreImage image, Duration took) {}

    private Undisturbed undisturbed() {
        try (DemoNetwork other = network();
                TestDatabase database = TestDatabase.fresh();
                Engine engine = Engine.startFor(other, database, Engine.newDirectory())) {
            Run run = engine.lastEnded();
            assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
            return new Undisturbed(StoreImage.of(engine.jdbc()), Duration.between(run.startedAt(), run.finishedAt()));
        }
    }

    private void pushUnderFire() throws Exception {
        String store = site.database()
                .sql("select id from store_view where site_id = 2 order by id limit 1")
                .query(String.class)
                .single();
        String user = site.database()
                .sql("select id from record_entry where type = 'user' order by id limit 1")
                .query(String.class)
                .single();
        List<LocalWork> days = new ArrayList<>();
        Duration took = push(days, store, user);
        int kills = 0;
        while (kills < KILLS_IN_PUSHES) {
            LocalWork day = new LocalWork(days.size(), CHANGES_A_DAY, store, user);
            site.work(day);
            days.add(day);
            site.synchronise();
            kills += killUntilRest(KILLS_IN_PUSHES - kills, STEPS_OF_PUSHES, took);
        }
        assertThat(site.database()
                        .sql("select count(*) from outbox")
                        .query(Long.class)
                        .single())
                .isZero();
        assertRunsWereTakenUp();
        assertServersHold(days);
    }

    /** The first day nobody is disturbed: it shows how long a push takes. */
    private Duration push(List<LocalWork> days, String store, String user) throws Exception {
        LocalWork day = new LocalWork(0, CHANGES_A_DAY, store, user);
        site.work(day);
        days.add(day);
        site.synchronise();
        site.awaitRest();
        return site.database()
                .sql(
                        "select timestampdiff(microsecond, started_at, finished_at) from sync_run order by id desc limit 1")
                .query((row, number) -> Duration.ofNanos(row.getLong(1) * 1000))
                .single();
    }

    /** Kills the site at random moments, and starts it again each time, until its run is over. Returns how often. */
    private int killUntilRest(int most, List<SyncStep> steps, Duration runTakes) throws Exception {
        int kills = 0;
        Optional<String> step = Optional.of("start");
        while (kills < most && step.isPresent()) {
            site.awaitStep(steps.get(random.nextInt(steps.size())));
            site.live(Duration.ofMillis((long) (runTakes.toMillis() * SOON * random.nextDouble())));
            step = site.underWay();
            if (step.isPresent()) {
                MortalSite.Victims victims =
                        random.nextBoolean() ? MortalSite.Victims.JAVA : MortalSite.Victims.JAVA_AND_DATABASE;
                System.out.println("Crash test: kill " + victims + " in " + step.get());
                site.kill(victims);
                site.start();
                kills++;
            }
        }
        site.awaitRest();
        return kills;
    }

    /** Every run was either finished or closed as interrupted, and what was interrupted was taken up without a person. */
    private void assertRunsWereTakenUp() {
        List<String> runs = site.database()
                .sql(
                        "select concat(trigger_key, ' ', outcome, ' ', coalesce(error_call, ''), ' ', coalesce(error_detail, ''))"
                                + " from sync_run order by id")
                .query(String.class)
                .list();
        assertThat(runs).last().asString().contains(" succeeded ");
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).contains(" interrupted ")) {
                assertThat(runs.get(i + 1)).startsWith("recovery ");
            } else {
                assertThat(runs.get(i)).contains(" succeeded ");
            }
        }
    }

    /** Nothing arrived but states that were made, and of each record the last one arrived last. */
    private void assertServersHold(List<LocalWork> days) {
        RecordTypes types = RecordTypes.load();
        Map<String, String> last = new HashMap<>();
        Set<String> made = new HashSet<>();
        for (LocalWork day : days) {
            for (WireRecord change : day.changes()) {
                CentralServer server = types.byTable(change.key().table())
                        .orElseThrow()
                        .pushedTo()
                        .iterator()
                        .next();
                String key = server + " " + change.key();
                String state = change.action() == Action.DELETE ? "deleted" : rendered(types, change, server);
                last.put(key, state);
                made.add(key + " " + state);
            }
        }
        Map<String, String> held = new HashMap<>();
        for (ReceivedChange change : network.received()) {
            assertThat(change.problems()).isEmpty();
            String key = change.server() + " " + change.key().table() + " "
                    + change.key().id();
            String state = change.action().equals("Delete") ? "deleted" : change.data();
            assertThat(made).contains(key + " " + state);
            held.put(key, state);
        }
        assertThat(held).isEqualTo(last);
    }

    private static String rendered(RecordTypes types, WireRecord change, CentralServer server) {
        Rendering rendering = types.byTable(change.key().table())
                .orElseThrow()
                .render(change.data(), server, LinkResolver.NONE, RecordLookup.NONE);
        return ((Rendering.Send) rendering).json();
    }

    private static DemoNetwork network() {
        return DemoNetwork.start(DemoOptions.usual().records(RECORDS).integration(Duration.ofMillis(50)));
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }
}
