package org.relais.soak;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.coldchain.PhoneBatches;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoSite;
import org.relais.record.LocalChange;
import org.relais.record.Saved;
import org.relais.sync.BrittleDatabase;
import org.relais.sync.Engine;
import org.relais.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A site in this process: one or two engines on one database. It lives through many schedules, and forgets everything before each:
 * a start takes longer than most schedules.
 */
final class LiveSite implements Door, AutoCloseable {

    private static final int MOST_TRIES = 60;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final int CONNECTIONS = 8;

    /** What a schedule may leave: the records, the runs, what phones sent. */
    private static final List<String> FORGOTTEN = List.of(
            "sync_step",
            "sync_run",
            "site",
            "record_entry",
            "content",
            "record_merge",
            "inbox",
            "awaited",
            "outbox",
            "channel_cursor",
            "store_renewal",
            "record_reference",
            "location",
            "location_type",
            "sensor",
            "breach",
            "reading",
            "vaccine_store",
            "quarantine",
            "phone",
            "sensor_phone",
            "QRTZ_FIRED_TRIGGERS");

    private final TestDatabase database = TestDatabase.fresh();
    private final Path directory = Engine.newDirectory();
    private final boolean waitsForLine;
    private final List<Engine> engines = new ArrayList<>();

    LiveSite(boolean waitsForLine) {
        this.waitsForLine = waitsForLine;
        start();
    }

    /** It is a site that was never set up, in one process. */
    void forget() {
        while (engines.size() > 1) {
            engines.removeLast().close();
        }
        heal();
        engines.getFirst().forgetPublished();
        FORGOTTEN.forEach(
                table -> engines.getFirst().jdbc().sql("delete from " + table).update());
    }

    /** Sets it up; its first run begins. */
    void setUp(DemoNetwork network) {
        DemoSite known = network.sites().getFirst();
        tried(() ->
                engines.getFirst().site().configure(network.legacyUrl(), known.name(), Image.digest(known.password())));
    }

    /** Starts one more process. */
    void start() {
        engines.add(Engine.start(
                List.of(SoakRooms.class),
                database,
                directory,
                "--brittle.seed=1",
                // Some probability, so that it can be broken later.
                "--brittle.probability=1e-12",
                "--relais.central.first-pause=10ms",
                "--relais.central.idle-timeout=1500ms",
                "--relais.sync.wait-for-line=" + (waitsForLine ? "2s" : "0s"),
                "--relais.sync.interruptions-in-vain=1000",
                "--spring.datasource.hikari.connection-timeout=1000",
                "--logging.level.root=" + System.getProperty("relais.soak.log", "off")));
    }

    /** One of its processes. */
    Engine engine(int number) {
        return engines.get(number % engines.size());
    }

    List<Engine> engines() {
        return List.copyOf(engines);
    }

    void breakDatabase(double probability) {
        engines.forEach(engine -> engine.bean(BrittleDatabase.class).breakWith(probability));
    }

    void jump(Duration by) {
        engines.forEach(engine -> engine.bean(JumpingClock.class).jump(by));
    }

    /** Everything is as it should be from now on. */
    void heal() {
        breakDatabase(0);
        engines.forEach(engine -> engine.bean(JumpingClock.class).right());
    }

    HikariDataSource pool(Engine engine) {
        try {
            return engine.bean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the first process's connections for a while, as many as can be had. */
    void holdConnections(Duration time) {
        List<AutoCloseable> held = new ArrayList<>();
        try {
            HikariDataSource pool = pool(engines.getFirst());
            for (int number = 0; number < CONNECTIONS; number++) {
                held.add(pool.getConnection());
            }
        } catch (SQLException noMore) {
            // Somebody else has the others: that is as good.
            held.size();
        } finally {
            pause(time);
            for (AutoCloseable each : held) {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public List<WireRecord> change(List<WireRecord> changes) {
        List<Saved> saved = tried(() -> engines.getLast()
                .changes()
                .saveAll(changes.stream()
                        .map(change -> change.action() == Action.DELETE
                                ? LocalChange.deletion(change.key())
                                : LocalChange.to(change.key(), change.data()))
                        .toList()));
        List<WireRecord> taken = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            if (!(saved.get(at) instanceof Saved.CannotBeStored)) {
                taken.add(changes.get(at));
            }
        }
        return taken;
    }

    @Override
    public List<RecordKey> take(PhoneDay day) {
        tried(() -> {
            day.send(engines.getLast().bean(PhoneBatches.class));
            return null;
        });
        return day.keys();
    }

    @Override
    public Optional<String> text(RecordKey key) {
        return tried(() -> engines.getLast().store().json(key));
    }

    /** Does it again, as people do, when the database does not take it. */
    private static <T> T tried(Callable<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.call();
            } catch (DataAccessException | TransactionException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                pause(BETWEEN_TRIES);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        engines.reversed().forEach(Engine::close);
        database.close();
    }
}
