package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.relais.catalogue.Action;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one home of all records: what is stored, what was set aside and why. */
@Component
public class RecordStore implements RecordLookup, LinkResolver {

    private static final String ASIDE_COLUMNS =
            "select number, type, record_id, action, state, reason, field, missing_table, missing_id, detail, since ";

    private static final String ASIDE = """
            from inbox where state <> 'NEW' and (:table is null or type = :table) and (:kind is null or reason = :kind)
                and (:text = '' or locate(:text, type) > 0 or locate(:text, record_id) > 0 or locate(:text, detail) > 0
                    or locate(:text, missing_table) > 0 or locate(:text, missing_id) > 0)
                and (:from is null or since >= :from) and (:until is null or since <= :until)
            """;

    /** In the order of the primary key, from behind a record on. */
    private static final String AFTER = """
            and (type > :afterTable or type = :afterTable
                and (record_id > :afterId or record_id = :afterId and number > :afterNumber))
            order by type, record_id, number limit :limit
            """;

    private static final String TO_REPORT = "coalesce(sum(state in ('BROKEN', 'REFUSED')), 0)";
    private static final String WAITING = "coalesce(sum(state in ('WAITING', 'UNKNOWN_TYPE')), 0)";
    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final Reexamination reexamination;
    private final News news;

    RecordStore(JdbcClient jdbc, RecordTypes types, Reexamination reexamination, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.types = types;
        this.reexamination = reexamination;
        this.news = new News(events);
    }

    /**
     * A record as it is kept; one of a table that this version does not know as it came last.
     *
     * @return empty when there is none, or it was deleted
     */
    public Optional<StoredRecord> find(RecordKey key) {
        return types.byTable(key.table()).isPresent() ? stored(key) : unknown(key);
    }

    @Override
    public Optional<String> json(RecordKey key) {
        return find(key).map(StoredRecord::data);
    }

    /** The texts of those of some records of one table that are in use, by their ids. */
    public Map<String, String> texts(String table, Collection<String> ids) {
        Map<String, String> texts = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select e.id, c.data from record_entry e join content c on c.number = e.content
                            where e.type = :table and e.id in (:ids) and e.deleted_at is null
                            """).param("table", table).param("ids", ids).query(row -> {
                texts.put(row.getString(1), row.getString(2));
            });
        }
        return texts;
    }

    /** The id that stands for a record today: of the record that it was merged into, else its own. */
    @Override
    public String current(RecordKey named) {
        return jdbc.sql("select into_id from record_merge where type = ? and id = ?")
                .params(named.table(), named.id())
                .query(String.class)
                .optional()
                .orElse(named.id());
    }

    /** The tables of which there are records, by name. */
    public List<TableCount> counts() {
        return jdbc.sql("""
                select type, sum(stored) as stored, sum(waiting) as waiting, sum(failed) as failed from (
                    select type, count(*) as stored, 0 as waiting, 0 as failed
                    from record_entry where deleted_at is null group by type
                    union all
                    select type, 0, sum(state in ('NEW', 'WAITING', 'UNKNOWN_TYPE')), sum(state in ('BROKEN', 'REFUSED'))
                    from inbox group by type
                    union all
                    select type, 0, 0, count(*) from outbox where reason is not null group by type
                ) counted group by type order by type
                """)
                .query((row, n) -> new TableCount(
                        row.getString("type"), row.getLong("stored"), row.getLong("waiting"), row.getLong("failed")))
                .list();
    }

    /** How many records came in and are not in the store. */
    public Backlog backlog() {
        return jdbc.sql(
                        "select count(*) as arrivals, count(if(state in ('BROKEN', 'REFUSED'), 1, null)) as failed from inbox")
                .query((row, n) -> new Backlog(row.getLong("arrivals") - row.getLong("failed"), row.getLong("failed")))
                .single();
    }

    /** How many records are set aside, those that were changed here and cannot be sent among them. */
    public SetAsideTotal setAsideTotal() {
        return jdbc.sql("select " + TO_REPORT + " + (select count(*) from outbox where reason is not null), " + WAITING
                        + " from inbox")
                .query(RecordStore::total)
                .single();
    }

    /** How many records that came in are set aside, of those that a filter lets through. */
    public SetAsideTotal setAsideTotal(SetAsideFilter filter) {
        return jdbc.sql("select " + TO_REPORT + ", " + WAITING + " " + ASIDE)
                .params(parameters(filter))
                .query(RecordStore::total)
                .single();
    }

    private static SetAsideTotal total(ResultSet row, int rowNumber) throws SQLException {
        return new SetAsideTotal(row.getLong(1), row.getLong(2));
    }

    /** The first records that were set aside, oldest first. */
    public List<SetAside> setAside(int limit) {
        return setAside(SetAsideFilter.ALL, 0, limit);
    }

    /** A page of the records that were set aside and that a filter lets through, oldest first. */
    public List<SetAside> setAside(SetAsideFilter filter, int offset, int limit) {
        return jdbc.sql(ASIDE_COLUMNS + ASIDE + " order by number limit :limit offset :offset")
                .params(parameters(filter))
                .param("limit", limit)
                .param("offset", offset)
                .query(RecordStore::aside)
                .list();
    }

    /** How many records were set aside, of those that a filter lets through. */
    public long setAsideCount(SetAsideFilter filter) {
        return jdbc.sql("select count(*) " + ASIDE)
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    /** Of which tables records were set aside and why, by table and kind of reason. */
    public List<SetAsideCount> setAsideCounts() {
        return jdbc.sql("select type, reason, count(*) as records from inbox where state <> 'NEW'"
                        + " group by type, reason order by type, reason")
                .query((row, n) -> new SetAsideCount(
                        row.getString("type"), ReasonKind.named(row.getString("reason")), row.getLong("records")))
                .list();
    }

    /** One of the records that were set aside, by {@link SetAside#number()}; empty when it is no more. */
    public Optional<SetAside> setAside(long number) {
        return jdbc.sql(ASIDE_COLUMNS + "from inbox where state <> 'NEW' and number = ?")
                .param(number)
                .query(RecordStore::aside)
                .optional();
    }

    /** The newest arrival of a record that was set aside. */
    public Optional<SetAside> setAside(RecordKey key) {
        return jdbc.sql(ASIDE_COLUMNS + "from inbox where type = ? and record_id = ? and state <> 'NEW'"
                        + " order by number desc limit 1")
                .params(key.table(), key.id())
                .query(RecordStore::aside)
                .optional();
    }

    /** The text of a record that was set aside, as it came; empty for a delete, and for one that was too large to keep. */
    public Optional<String> setAsideText(long number) {
        return jdbc.sql("select data from content where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /**
     * Hands over all records that were set aside and that a filter lets through, by table and id. They are read a few at a time,
     * so neither memory nor a connection is held by however slow a receiver.
     */
    public void eachSetAside(SetAsideFilter filter, Consumer<SetAside> receiver) {
        SetAside last = null;
        List<SetAside> page;
        do {
            page = jdbc.sql(ASIDE_COLUMNS + ASIDE + AFTER)
                    .params(parameters(filter))
                    .param("afterTable", last == null ? "" : last.key().table())
                    .param("afterId", last == null ? "" : last.key().id())
                    .param("afterNumber", last == null ? 0 : last.number())
                    .param("limit", PAGE)
                    .query(RecordStore::aside)
                    .list();
            page.forEach(receiver);
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
    }

    /**
     * Looks at a record that was set aside again; if it is found good, the next integration takes it.
     *
     * @param number {@link SetAside#number()}
     * @return whether the next integration takes it
     */
    public boolean retry(long number) {
        boolean good = reexamination.retry(number);
        news.tell(new RecordsRetried(good ? 1 : 0));
        return good;
    }

    /** Looks at all records that were set aside again. Returns how many of them the next integration takes. */
    public long retryAll() {
        long good = reexamination.retryAll();
        news.tell(new RecordsRetried(good));
        return good;
    }

    private Optional<StoredRecord> stored(RecordKey key) {
        return jdbc.sql("select type, id, store_id, data, received_at, merged_into from record"
                        + " where type = ? and id = ? and deleted_at is null")
                .params(key.table(), key.id())
                .query(RecordStore::record)
                .optional();
    }

    private Optional<StoredRecord> unknown(RecordKey key) {
        return jdbc.sql("""
                select i.type, i.record_id as id, i.store_id, c.data, i.since as received_at, null as merged_into
                from inbox i left join content c on c.number = i.number
                where i.type = ? and i.record_id = ? and i.action <> 'MERGE'
                order by i.number desc limit 1
                """)
                .params(key.table(), key.id())
                .query(RecordStore::record)
                .optional()
                .filter(record -> record.data() != null);
    }

    private static StoredRecord record(ResultSet row, int rowNumber) throws SQLException {
        return new StoredRecord(
                new RecordKey(row.getString("type"), row.getString("id")),
                row.getString("store_id"),
                row.getString("data"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("merged_into"));
    }

    private static Map<String, Object> parameters(SetAsideFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("table", filter.table());
        parameters.put("kind", filter.kind() == null ? null : filter.kind().name());
        parameters.put("text", filter.text());
        parameters.put("from", filter.from() == null ? null : Timestamp.from(filter.from()));
        parameters.put("until", filter.until() == null ? null : Timestamp.from(filter.until()));
        return parameters;
    }

    private static SetAside aside(ResultSet row, int rowNumber) throws SQLException {
        return new SetAside(
                row.getLong("number"),
                new RecordKey(row.getString("type"), row.getString("record_id")),
                Action.valueOf(row.getString("action")),
                row.getString("state").equals(InboxState.WAITING.name()),
                Reason.ofArrival(row),
                row.getTimestamp("since").toInstant());
    }
}
