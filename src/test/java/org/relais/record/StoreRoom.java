package org.relais.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.Projections;
import org.relais.testing.QuietProgress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The record store's parts on a test database, put together as Spring does it. */
final class StoreRoom {

    /** Records of a projection that are made anew at a time. */
    static final int CHUNK = 100;

    final PlatformTransactionManager transactions;
    final JdbcClient jdbc;
    final Inbox inbox;
    final Projections projections;
    final Integrator integrator;
    final EarlyIntegration early;
    final Outbox outbox;
    final LocalChanges changes;
    final Reexamination reexamination;
    final RecordStore store;
    final ChangeRenderer renderer;
    final StoreComparison comparison;
    final List<Object> events = new ArrayList<>();
    final Set<String> ownStores = new HashSet<>(Set.of(Samples.OWN_STORE));
    /** What everybody who is told of something throws; null for nothing. */
    RuntimeException deafened;

    private final DataSource dataSource;

    StoreRoom(DataSource dataSource) {
        this(dataSource, RecordTypes.load());
    }

    StoreRoom(DataSource dataSource, RecordTypes types) {
        this(dataSource, types, new Projections(dataSource, types, List.of(), List.of(), CHUNK));
    }

    StoreRoom(DataSource dataSource, RecordTypes types, Projections projections) {
        this.dataSource = dataSource;
        this.projections = projections;
        Clock clock = Clock.systemUTC();
        transactions = new JdbcTransactionManager(dataSource);
        jdbc = JdbcClient.create(dataSource);
        JdbcTemplate template = new JdbcTemplate(dataSource);
        StoreTransaction alone = new StoreTransaction(jdbc, transactions);
        inbox = new Inbox(template, jdbc, transactions, types, projections, clock, this::hear);
        outbox = new Outbox(jdbc, template, alone, clock, this::hear);
        changes = new LocalChanges(jdbc, template, alone, types, outbox, () -> ownStores, projections, clock);
        integrator = new Integrator(jdbc, alone, changes, types, projections, clock);
        early = new EarlyIntegration(jdbc, alone, types, projections, clock);
        reexamination = new Reexamination(jdbc, alone, changes, types, projections);
        store = new RecordStore(jdbc, types, reexamination, this::hear);
        renderer = new ChangeRenderer(jdbc, types, store);
        comparison = new StoreComparison(jdbc, dataSource, transactions, clock);
    }

    private void hear(Object event) {
        events.add(event);
        if (deafened != null) {
            throw deafened;
        }
    }

    /** Integrates what none of these channels can bring. */
    void integrateBeside(Channel... toCome) {
        early.beside(Set.of(toCome)).integrate(() -> false, handled -> {});
    }

    void save(WireRecord record) {
        changes.save(LocalChange.to(record.key(), record.data()));
    }

    void delete(String table, String id) {
        changes.save(LocalChange.deletion(new RecordKey(table, id)));
    }

    List<Saved> saveAll(WireRecord... records) {
        return changes.saveAll(Arrays.stream(records)
                .map(record -> LocalChange.to(record.key(), record.data()))
                .toList());
    }

    /** The same database, seen by a program that knows other types. */
    StoreRoom withTypes(RecordTypes types) {
        return new StoreRoom(dataSource, types);
    }

    void empty() {
        for (String table : List.of(
                "content",
                "record_entry",
                "record_merge",
                "inbox",
                "channel_cursor",
                "outbox",
                "awaited",
                "announced")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    void receive(WireRecord... records) {
        receive(List.of(records));
    }

    void receive(List<WireRecord> records) {
        inbox.receive(Channel.CENTRAL_RECORDS, handing(records));
    }

    /** As in a first synchronisation; tells how many are in the store already. */
    long receivePromptly(WireRecord... records) {
        return receivePromptly(List.of(records));
    }

    long receivePromptly(List<WireRecord> records) {
        return inbox.receivePromptly(Channel.CENTRAL_RECORDS, handing(records)).integrated();
    }

    private static Function<Intake, Integer> handing(List<WireRecord> records) {
        return intake -> {
            records.forEach(intake::accept);
            return records.size();
        };
    }

    IntegrationResult integrate() {
        return integrator.integrate(new QuietProgress());
    }

    IntegrationResult take(WireRecord... records) {
        receive(records);
        return integrate();
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    List<String> asideReasons() {
        return store.setAside(100).stream()
                .map(aside -> aside.key() + " " + aside.reason().text())
                .toList();
    }

    /** What is stored and in use: "table id" to data. */
    SortedMap<String, String> everything() {
        SortedMap<String, String> all = new TreeMap<>();
        jdbc.sql("select type, id, data from record where deleted_at is null").query(row -> {
            all.put(row.getString(1) + " " + row.getString(2), row.getString(3));
        });
        return all;
    }

    /** Texts that nothing points at, and pointers that lead to no text. */
    long strayContents() {
        return jdbc.sql("""
                select (select count(*) from content c
                    where not exists (select 1 from record_entry e where e.content = c.number)
                    and not exists (select 1 from inbox i where i.number = c.number and i.action <> 'DELETE'))
                + (select count(*) from record_entry e where not exists (select 1 from content c where c.number = e.content))
                """).query(Long.class).single();
    }
}
