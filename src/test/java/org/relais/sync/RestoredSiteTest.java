package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.backup.ShellBackup;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.ReceivedChange;
import org.relais.testing.ShellSettings;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A site is backed up while it works, works on, loses its machine and is restored on another one: it, the mSupply central server
 * and the Open mSupply central server then have the same, and nothing of what was done is lost or comes back that was deleted.
 */
class RestoredSiteTest {

    private static final String PASSPHRASE = "--relais.backup.passphrase=un mot de passe long";
    private static final int RECORDS = 5_000;
    private static final int CHANGES = 120;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path folder = Engine.newDirectory().toAbsolutePath();
    private final DemoNetwork network =
            opened(DemoNetwork.start(DemoOptions.usual().records(RECORDS).integration(Duration.ofMillis(20))));

    @AfterEach
    void endAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /** Day 1 waits in the backup, is sent after it, and its records are changed once more on day 2, some of them deleted. */
    @Test
    void whatWasDoneAfterTheBackupComesBackAndWhatWaitedInItIsNotPutOverIt() throws Exception {
        MortalSite site = siteAfterItsFirstDay();
        work(site, 1);
        Path backup = backup(site, PASSPHRASE);
        site.synchronise();
        site.awaitRest();
        work(site, 2);
        network.deliver(network.sites().getFirst());
        site.synchronise();
        site.awaitRest();
        Set<String> lost = records(site);
        Map<String, String> held = held();
        site.kill(MortalSite.Victims.JAVA_AND_DATABASE);

        MortalSite restored = restored(backup, PASSPHRASE);

        assertSame(records(restored), lost);
        assertThat(held()).isEqualTo(held);
        assertThat(locations(restored)).isEqualTo(held);
        assertThat(waiting(restored)).isZero();
        assertThat(lastRun(restored)).isEqualTo("restored recovery succeeded");
        assertThat(identity(restored)).hasSize(1);
        assertThat(missing(restored)).isZero();
    }

    /** By the comparison that is made after a restored site has caught up. */
    private static long missing(MortalSite site) {
        return await().until(
                        () -> site.database()
                                .sql("select sum(t.missing + t.waiting) from run_sameness_table t"
                                        + " join sync_run r on r.id = t.run_id and r.plan = 'restored'")
                                .query(Long.class)
                                .optional()
                                .orElse(null),
                        Objects::nonNull);
    }

    /** The machine is lost before anything is sent: all of it leaves the restored one. The file has no passphrase. */
    @Test
    void whatWaitedInTheBackupAndWasNeverSentIsSent() throws Exception {
        MortalSite site = siteAfterItsFirstDay();
        work(site, 1);
        Path backup = backup(site);
        Set<String> lost = records(site);
        Map<String, String> worked = locations(site);
        site.kill(MortalSite.Victims.JAVA_AND_DATABASE);

        MortalSite restored = restored(backup);

        assertSame(records(restored), lost);
        assertThat(held()).isEqualTo(worked);
        assertThat(waiting(restored)).isZero();
    }

    private MortalSite siteAfterItsFirstDay() throws Exception {
        MortalSite site = opened(MortalSite.alone(network));
        site.start();
        site.awaitRest();
        work(site, 0);
        site.synchronise();
        site.awaitRest();
        return site;
    }

    private static void work(MortalSite site, int day) throws Exception {
        String store = site.database()
                .sql("select id from store_view where site_id = 2 order by id limit 1")
                .query(String.class)
                .single();
        String user = site.database()
                .sql("select id from record_entry where type = 'user' order by id limit 1")
                .query(String.class)
                .single();
        site.work(new LocalWork(day, CHANGES, store, user));
    }

    private Path backup(MortalSite site, String... further) throws Exception {
        ShellBackup.Made made = ShellBackup.make(
                settings(further, "--relais.data.directory=" + site.directory(), "--relais.backup.folder=" + folder));
        assertThat(made.attempt().provenAt()).isNotNull();
        return made.file();
    }

    /** On another machine: in another data directory, after its first run. */
    private MortalSite restored(Path backup, String... further) throws Exception {
        Path directory = Engine.newDirectory().toAbsolutePath();
        Path mariadb = Files.createDirectories(directory.resolve("mariadb"));
        Files.createSymbolicLink(mariadb.resolve("binaries"), EmbeddedMariaDbForTests.binaries());
        ShellBackup.restore(backup, settings(further, "--relais.data.directory=" + directory));
        MortalSite site = opened(MortalSite.in(network, directory));
        site.start();
        site.awaitRest();
        return site;
    }

    private static ConfigurableEnvironment settings(String[] further, String... usual) {
        return ShellSettings.of(
                Stream.concat(Arrays.stream(usual), Arrays.stream(further)).toArray(String[]::new));
    }

    /**
     * What the site has of the network, but for messages, which no server sends back. What was pushed comes back as it is written for
     * the wire: of these records their codes tell the version.
     */
    private static Set<String> records(MortalSite site) {
        return new HashSet<>(site.database()
                .sql("select concat_ws(' ', type, id, coalesce(store_id, '-'),"
                        + " if(id like 'shelf-%', json_value(data, '$.code'), data)) from record"
                        + " where deleted_at is null and type <> 'contact_form'")
                .query(String.class)
                .list());
    }

    /** The locations that people made, with their codes, as the site has them. */
    private static Map<String, String> locations(MortalSite site) {
        Map<String, String> locations = new TreeMap<>();
        site.database()
                .sql("select id, json_value(data, '$.code') from record where type = 'Location' and id like 'shelf-%'")
                .query(row -> {
                    locations.put(row.getString(1), row.getString(2));
                });
        return locations;
    }

    /** The same as the mSupply central server has them, by all that it received. */
    private Map<String, String> held() {
        Map<String, String> held = new TreeMap<>();
        for (ReceivedChange change : network.received()) {
            if (!change.key().table().equals("Location")) {
                continue;
            }
            if (change.action().equalsIgnoreCase("delete")) {
                held.remove(change.key().id());
            } else {
                held.put(change.key().id(), change.data().replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1"));
            }
        }
        return held;
    }

    private static void assertSame(Set<String> found, Set<String> expected) {
        assertThat(expected.stream().filter(record -> !found.contains(record)))
                .as("records that are missing")
                .isEmpty();
        assertThat(found.stream().filter(record -> !expected.contains(record)))
                .as("records that should not be")
                .isEmpty();
    }

    private static long waiting(MortalSite site) {
        return site.database()
                .sql("select count(*) from outbox")
                .query(Long.class)
                .single();
    }

    private static String lastRun(MortalSite site) {
        return site.database()
                .sql("select concat_ws(' ', plan, trigger_key, outcome) from sync_run order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static List<String> identity(MortalSite site) {
        return site.database()
                .sql("select hardware_id from site")
                .query(String.class)
                .list();
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }
}
