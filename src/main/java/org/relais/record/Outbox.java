package org.relais.record;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes made here that wait for the central servers: one row per changed record, gone when both servers have processed the
 * change. Whoever marks one is alone in the store (see {@link StoreTransaction}), so revisions grow in the order of commits.
 */
@Component
public class Outbox {

    private static final int BATCH = 1000;

    /** Of a row: one of the servers that get the change has still to be sent it. */
    static final String NEEDED = "(to_legacy and legacy_revision < revision or to_open and open_revision < revision)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final StoreTransaction store;
    private final OutboxMarks marks;
    private final News news;

    Outbox(
            JdbcClient jdbc,
            JdbcTemplate template,
            StoreTransaction store,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.template = template;
        this.store = store;
        this.marks = new OutboxMarks(jdbc, template, clock);
        this.news = new News(events);
    }

    /** The revision of the newest change that waits; 0 when none does. Costs nothing, however many wait. */
    public long newestRevision() {
        return jdbc.sql("select coalesce(max(revision), 0) from outbox")
                .query(Long.class)
                .single();
    }

    /**
     * How many changed records wait to be sent: those that a server gets which has not got them yet. What no server gets is in the
     * outbox until the next run, and waits for nothing.
     */
    public long pending() {
        return jdbc.sql("select count(*) from outbox where " + NEEDED)
                .query(Long.class)
                .single();
    }

    /** How many changes wait to be sent, and how many cannot be. */
    public Backlog backlog() {
        return jdbc.sql("select coalesce(sum(reason is null and " + NEEDED
                        + "), 0) as waiting, count(reason) as failed from outbox")
                .query((row, n) -> new Backlog(row.getLong("waiting"), row.getLong("failed")))
                .single();
    }

    /** How many changed records a server has still to process. */
    public long waitingFor(CentralServer server) {
        return jdbc.sql("select count(*) from outbox where " + column(server) + " < revision")
                .query(Long.class)
                .single();
    }

    /** How many of these are for one of the servers: what the push to this one has to go through before it is done. */
    public long toProcess(CentralServer server) {
        return jdbc.sql("select count(*) from outbox where " + column(server)
                        + " < revision and (to_legacy or to_open)")
                .query(Long.class)
                .single();
    }

    /** Whether a record has a change that waits to be sent. */
    public boolean isWaiting(RecordKey key) {
        return jdbc.sql("select count(*) from outbox where type = ? and id = ? and " + NEEDED)
                        .params(key.table(), key.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Which records of a table, of some, have a change that waits to be sent. */
    public Set<String> waiting(String table, Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from outbox where type = :table and id in (:ids) and " + NEEDED)
                        .param("table", table)
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /**
     * Changes that a server has still to process, in the order in which they were made.
     *
     * @param afterRevision only changes with a larger revision: 0 at first, then the last one of the batch before
     */
    public List<OutboxEntry> waitingFor(CentralServer server, long afterRevision, int limit) {
        return jdbc.sql(OutboxRows.ENTRY + "where revision > ? and " + column(server)
                        + " < revision order by revision limit ?")
                .params(afterRevision, limit)
                .query(OutboxRows::entry)
                .list();
    }

    /** Notes that a server has these changes: see {@link #processed}. */
    public void sent(CentralServer server, Collection<OutboxEntry> entries) {
        processed(server, entries);
        TableTally tally = new TableTally();
        entries.forEach(entry -> tally.add(entry.key().table()));
        news.tell(new RecordsSent(server, tally.byTable()));
    }

    /**
     * Notes that a server has these changes, or that it does not get them. A record that was changed again meanwhile goes on
     * waiting. A record that both servers have processed leaves the outbox.
     */
    public void processed(CentralServer server, Collection<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        String column = column(server);
        store.alone(() -> {
            dropOlderArrivals(column, entries);
            batch("update outbox set " + column + " = revision where type = ? and id = ? and revision = ?", entries);
            batch(
                    "delete from outbox where type = ? and id = ? and revision = ?"
                            + " and legacy_revision = revision and open_revision = revision",
                    entries);
            return null;
        });
    }

    /** Notes which changes could not be written for the wire; a reason that is noted already is not written again. */
    public void broken(Collection<RenderedChange.Broken> changes) {
        changes.stream()
                .filter(change -> !change.reason().equals(change.entry().problem()))
                .forEach(change -> failed(change.entry(), change.reason()));
    }

    /**
     * Notes that a change could not be written for the wire, or that a server refused it; it stays in the outbox, is shown, and holds
     * up no other.
     */
    public void failed(OutboxEntry entry, Reason reason) {
        jdbc.sql("update outbox set reason = ?, field = ?, detail = ? where type = ? and id = ? and revision = ?")
                .params(
                        reason.kind().name(),
                        reason.field(),
                        reason.addition(),
                        entry.key().table(),
                        entry.key().id(),
                        entry.revision())
                .update();
    }

    /** The first changes that could not be written for the wire or that a server refused, oldest first. */
    public List<OutboxEntry> failures(int limit) {
        return failures(0, limit);
    }

    /** A page of the changes that could not be written for the wire or that a server refused, oldest first. */
    public List<OutboxEntry> failures(int offset, int limit) {
        return jdbc.sql(OutboxRows.ENTRY + "where reason is not null order by revision limit ? offset ?")
                .params(limit, offset)
                .query(OutboxRows::entry)
                .list();
    }

    /** How many changes could not be written for the wire, or were refused by a server. */
    public long failureCount() {
        return jdbc.sql("select count(*) from outbox where reason is not null")
                .query(Long.class)
                .single();
    }

    /**
     * A page of the changes that wait to be sent, in the order in which they are processed.
     *
     * @param table only those of a table; null for all
     */
    public List<WaitingChange> waiting(String table, int offset, int limit) {
        return jdbc.sql(OutboxRows.WAITING + "where " + NEEDED
                        + " and (:table is null or type = :table) order by revision limit :limit offset :offset")
                .param("table", table)
                .param("limit", limit)
                .param("offset", offset)
                .query(OutboxRows::waiting)
                .list();
    }

    /** How many changes of each table wait to be sent, by the table's name. */
    public SortedMap<String, Long> waitingTables() {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql("select type, count(*) from outbox where " + NEEDED + " group by type")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** The newest changes that no server gets, which the next run forgets; what they changed stays on this site. */
    public List<OutboxEntry> staying(int limit) {
        return jdbc.sql(OutboxRows.ENTRY + "where not (to_legacy or to_open) order by revision desc limit ?")
                .param(limit)
                .query(OutboxRows::entry)
                .list();
    }

    /** How many changes no server gets. */
    public long stayingCount() {
        return jdbc.sql("select count(*) from outbox where not (to_legacy or to_open)")
                .query(Long.class)
                .single();
    }

    /** Marks records as changed, in this order, in the transaction of whoever is alone in the store. */
    void mark(List<OutboxMark> changed) {
        marks.write(changed);
    }

    /**
     * What came before a change was sent is older than it, also once the outbox has forgotten the change. The same holds for
     * other changes that wait between these, so one statement does for all. By the order of revisions: a look at every row would wait
     * for changes that are being made at this moment.
     */
    private void dropOlderArrivals(String column, Collection<OutboxEntry> entries) {
        LongSummaryStatistics revisions =
                entries.stream().mapToLong(OutboxEntry::revision).summaryStatistics();
        jdbc.sql("""
                delete i, c from outbox o force index (outbox_revision_order)
                join inbox i force index (primary) on i.type = o.type and i.record_id = o.id
                left join content c on c.number = i.number
                where o.revision between ? and ? and o.%s < o.revision
                    and i.action <> 'MERGE' and i.state in ('NEW', 'WAITING') and i.channel <> 'HERE'
                """.formatted(column))
                .params(revisions.getMin(), revisions.getMax())
                .update();
    }

    private void batch(String sql, Collection<OutboxEntry> entries) {
        template.batchUpdate(sql, entries, BATCH, (PreparedStatement statement, OutboxEntry entry) -> {
            statement.setString(1, entry.key().table());
            statement.setString(2, entry.key().id());
            statement.setLong(3, entry.revision());
        });
    }

    private static String column(CentralServer server) {
        return switch (server) {
            case LEGACY -> "legacy_revision";
            case OPEN -> "open_revision";
        };
    }
}
