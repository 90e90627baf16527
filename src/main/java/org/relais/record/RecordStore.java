package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one home of all records: what is stored, what was set aside and why. */
@Component
public class RecordStore implements RecordLookup, LinkResolver {

    private static final String ASIDE = """
            from inbox where state <> 'NEW'
                and (:text = '' or locate(:text, type) > 0 or locate(:text, record_id) > 0 or locate(:text, detail) > 0)
            """;

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final Reexamination reexamination;

    RecordStore(DataSource dataSource, RecordTypes types, Reexamination reexamination) {
        this.jdbc = JdbcClient.create(dataSource);
        this.types = types;
        this.reexamination = reexamination;
    }

    /**
     * A record as it is kept; one of a table that this version does not know as it came last.
     *
     * @return empty when there is none, or it was deleted
     */
    public Optional<StoredRecord> find(String table, String id) {
        return types.byTable(table).isPresent() ? stored(table, id) : unknown(table, id);
    }

    @Override
    public Optional<String> json(String table, String id) {
        return find(table, id).map(StoredRecord::data);
    }

    /** The id that stands for a record today: of the record that it was merged into, else its own. */
    @Override
    public String current(String table, String id) {
        return jdbc.sql("select into_id from record_merge where type = ? and id = ?")
                .params(table, id)
                .query(String.class)
                .optional()
                .orElse(id);
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

    /** The first records that were set aside, oldest first. */
    public List<SetAside> setAside(int limit) {
        return setAside("", 0, limit);
    }

    /**
     * A page of the records that were set aside, oldest first.
     *
     * @param text only those whose table, id or reason has it; empty for all
     */
    public List<SetAside> setAside(String text, int offset, int limit) {
        return jdbc.sql("select number, type, record_id, action, state, reason, field, detail, since " + ASIDE
                        + " order by number limit :limit offset :offset")
                .param("text", text)
                .param("limit", limit)
                .param("offset", offset)
                .query(RecordStore::aside)
                .list();
    }

    /** How many records were set aside, of those whose table, id or reason has the text. */
    public long setAsideCount(String text) {
        return jdbc.sql("select count(*) " + ASIDE)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    /**
     * Looks at a record that was set aside again; if it is found good, the next integration takes it.
     *
     * @param number {@link SetAside#number()}
     * @return whether the next integration takes it
     */
    public boolean retry(long number) {
        return reexamination.retry(number);
    }

    /** Looks at all records that were set aside again. Returns how many of them the next integration takes. */
    public long retryAll() {
        return reexamination.retryAll();
    }

    private Optional<StoredRecord> stored(String table, String id) {
        return jdbc.sql("select type, id, store_id, data, received_at, merged_into from record"
                        + " where type = ? and id = ? and deleted_at is null")
                .params(table, id)
                .query(RecordStore::record)
                .optional();
    }

    private Optional<StoredRecord> unknown(String table, String id) {
        return jdbc.sql("""
                select i.type, i.record_id as id, i.store_id, c.data, i.since as received_at, null as merged_into
                from inbox i left join content c on c.number = i.number
                where i.type = ? and i.record_id = ? and i.action <> 'MERGE'
                order by i.number desc limit 1
                """)
                .params(table, id)
                .query(RecordStore::record)
                .optional()
                .filter(record -> record.data() != null);
    }

    private static StoredRecord record(ResultSet row, int rowNumber) throws SQLException {
        return new StoredRecord(
                row.getString("type"),
                row.getString("id"),
                row.getString("store_id"),
                row.getString("data"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("merged_into"));
    }

    private static SetAside aside(ResultSet row, int rowNumber) throws SQLException {
        return new SetAside(
                row.getLong("number"),
                row.getString("type"),
                row.getString("record_id"),
                Action.valueOf(row.getString("action")),
                row.getString("state").equals(InboxState.WAITING.name()),
                new Reason(row.getString("reason"), row.getString("field"), row.getString("detail")),
                row.getTimestamp("since").toInstant());
    }
}
