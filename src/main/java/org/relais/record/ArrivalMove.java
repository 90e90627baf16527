package org.relais.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.relais.catalogue.Deletion;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the arrivals of one type from the inbox into the store, a range of ids at a time, each step one statement over the
 * whole range. One look at the range says which of the steps have anything to do; usually that is the move alone.
 */
final class ArrivalMove {

    /** In which upserts are stored: a record comes after those it refers to. */
    static final Comparator<RecordType> ORDER =
            Comparator.comparingInt(RecordType::level).thenComparing(RecordType::table);

    private static final String INBOX = "inbox i force index (primary)\n";
    /** Arrivals of records that the store has. */
    private static final String STORED =
            INBOX + "straight_join record_entry e on e.type = i.type and e.id = i.record_id\n";

    private static final String DEAD = "('BROKEN', 'UNKNOWN_TYPE', 'REFUSED')";
    private static final String READY = " and i.action = 'UPSERT' and i.state = 'NEW'";

    private final RecordType type;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Projections projections;
    private final ReferenceJoins references;
    private final String survey;

    ArrivalMove(RecordType type, JdbcClient jdbc, Clock clock, Projections projections) {
        this.type = type;
        this.jdbc = jdbc;
        this.clock = clock;
        this.projections = projections;
        this.references = new ReferenceJoins(type);
        this.survey = """
                select
                    count(*) - count(distinct i.record_id) as repeated,
                    coalesce(sum(i.state = 'NEW' and i.action = 'UPSERT'), 0) as fresh,
                    coalesce(sum(i.state = 'NEW' and i.action = 'UPSERT' and %1$s), 0) as lacking,
                    coalesce(sum(i.state = 'WAITING'), 0) as waiting,
                    coalesce(sum(i.state = 'WAITING' and not %1$s), 0) as released,
                    count(e.id) as known
                from %2$s
                left join record_entry e on e.type = i.type and e.id = i.record_id
                %3$s
                where %4$s and i.action <> 'MERGE'
                """.formatted(references.anyMissing(), INBOX, references.joins(), IdRange.CONDITION);
    }

    /** One for each type, in the order in which upserts are stored: a record comes after those it refers to. */
    static List<ArrivalMove> inOrder(RecordTypes types, JdbcClient jdbc, Clock clock, Projections projections) {
        return types.all().stream()
                .sorted(ORDER)
                .map(type -> new ArrivalMove(type, jdbc, clock, projections))
                .toList();
    }

    RecordType type() {
        return type;
    }

    /**
     * What there is in a range.
     *
     * @param repeated arrivals of records that came more than once
     * @param fresh upserts to integrate
     * @param lacking those of them that refer to a missing record
     * @param waiting upserts that waited before
     * @param released those of them that wait no longer
     * @param known arrivals of records that the store has already
     */
    private record Survey(long repeated, long fresh, long lacking, long waiting, long released, long known) {}

    /** Stores the upserts of the range, in the caller's transaction. */
    Tally upserts(IdRange range) {
        return upserts(range, look(range));
    }

    private Tally upserts(IdRange range, Survey survey) {
        if (survey.repeated > 0) {
            dropSuperseded(range);
        }
        dropChangedHere(range);
        if (survey.released > 0) {
            release(range);
        }
        if (survey.lacking > 0 || survey.waiting > survey.released) {
            setWaiting(range);
        }
        if (survey.known > 0) {
            dropOldContents(range);
        }
        long stored = survey.fresh + survey.released > survey.lacking ? store(range, survey.known > 0) : 0;
        return new Tally(survey.fresh + survey.released, stored, survey.lacking);
    }

    /**
     * Stores the upserts of the range if all that they refer to is there, in the caller's transaction.
     *
     * @return how many arrivals are dealt with; 0 when the range is left as it is
     */
    long settled(IdRange range) {
        Survey survey = look(range);
        return survey.lacking == 0 && survey.waiting == 0 && survey.fresh > 0
                ? upserts(range, survey).handled()
                : 0;
    }

    /** Carries the deletes of the range out, in the caller's transaction. */
    Tally deletes(IdRange range) {
        dropChangedHere(range);
        String due = IdRange.CONDITION + " and i.action = 'DELETE' and i.state = 'NEW'";
        if (type.deletion() == Deletion.SOFT) {
            dropDeletedWaiting(range);
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("update " + STORED + "set e.deleted_at = ?, e.changed_at = ? where " + due
                            + " and e.deleted_at is null")
                    .params(now, now)
                    .params(range.parameters())
                    .update();
        } else {
            update("delete e, c from " + STORED + "left join content c on c.number = e.content\nwhere " + due, range);
        }
        projections.removed(arrivals(range, due));
        long done = update("delete i from " + INBOX + "where " + due, range);
        return new Tally(done, done, 0);
    }

    private Survey look(IdRange range) {
        return jdbc.sql(survey)
                .params(range.parameters())
                .query((row, n) -> new Survey(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }

    /**
     * The newest arrival of a record wins; but one that cannot be stored never wins over one that can, and a soft deletion
     * leaves the record before it to be stored: others that came along may refer to it.
     */
    private void dropSuperseded(IdRange range) {
        String wins = type.deletion() == Deletion.SOFT ? " and (b.action <> 'DELETE' or i.action = 'DELETE')" : "";
        update("""
                delete i, c from inbox i force index (primary)
                straight_join inbox b force index (primary)
                    on b.type = i.type and b.record_id = i.record_id and b.action <> 'MERGE' and b.channel <> 'HERE'
                        and b.number > i.number
                left join content c on c.number = i.number
                where %s and i.action <> 'MERGE' and (b.state not in %s or i.state in %s)%s
                """.formatted(IdRange.CONDITION, DEAD, DEAD, wins), range);
    }

    /** A version that is not in the store when its deletion comes must not come back when it could be stored. */
    private void dropDeletedWaiting(IdRange range) {
        update("""
                delete i, c from inbox i force index (primary)
                straight_join inbox b force index (primary)
                    on b.type = i.type and b.record_id = i.record_id and b.action = 'DELETE' and b.state = 'NEW'
                        and b.number > i.number
                left join content c on c.number = i.number
                where %s and i.action = 'UPSERT'
                """.formatted(IdRange.CONDITION), range);
    }

    /** What was changed here and is still to be sent is the newer version, everywhere as soon as it is sent. */
    private void dropChangedHere(IdRange range) {
        update("""
                delete i, c from outbox o
                join inbox i force index (primary) on i.type = o.type and i.record_id = o.id
                left join content c on c.number = i.number
                where %s and i.action <> 'MERGE' and i.state in ('NEW', 'WAITING')
                """.formatted(IdRange.CONDITION), range);
    }

    private void release(IdRange range) {
        update(
                "update " + INBOX + references.joins()
                        + "set i.state = 'NEW', i.reason = null, i.field = null,"
                        + " i.missing_table = null, i.missing_id = null, i.detail = null where "
                        + IdRange.CONDITION + " and i.action = 'UPSERT' and i.state = 'WAITING' and not "
                        + references.anyMissing(),
                range);
    }

    private void setWaiting(IdRange range) {
        update(
                "update " + INBOX + references.joins()
                        + "set i.state = 'WAITING', i.reason = 'REFERENCE_MISSING', i.field = "
                        + references.missingField() + ", i.missing_table = " + references.missingTable()
                        + ", i.missing_id = " + references.missingId() + ", i.detail = null where "
                        + IdRange.CONDITION + " and i.action = 'UPSERT' and i.state in ('NEW', 'WAITING') and "
                        + references.anyMissing(),
                range);
    }

    private void dropOldContents(IdRange range) {
        update(
                "delete c from " + STORED + "straight_join content c on c.number = e.content where " + IdRange.CONDITION
                        + READY,
                range);
    }

    private long store(IdRange range, boolean someAreKnown) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object> parameters = new ArrayList<>(List.of(now));
        String deletedAt = "null";
        String texts = "";
        if (NameStoreJoins.TABLE.equals(type.table())) {
            parameters.add(now);
            deletedAt = "case when " + NameStoreJoins.IS_INACTIVE + " then ? end";
            texts = "left join content c on c.number = i.number\n";
        }
        parameters.addAll(range.parameters());
        jdbc.sql("insert into record_entry (type, id, store_id, content, received_at, changed_at, deleted_at)\n"
                        + "select i.type, i.record_id, i.store_id, i.number, i.since, ?, " + deletedAt + " from "
                        + INBOX
                        + texts + "where " + IdRange.CONDITION + READY + " order by i.record_id\n"
                        + """
                        on duplicate key update store_id = value(store_id), content = value(content),
                            received_at = value(received_at), changed_at = value(changed_at), deleted_at = value(deleted_at)
                        """)
                .params(parameters)
                .update();
        RecordSet stored = arrivals(range, IdRange.CONDITION + READY);
        if (someAreKnown) {
            projections.changed(stored);
        } else {
            projections.added(stored);
        }
        return update("delete i from " + INBOX + "where " + IdRange.CONDITION + READY, range);
    }

    private RecordSet arrivals(IdRange range, String condition) {
        return RecordSet.ofArrivals(type.table(), INBOX, condition, range.parameters());
    }

    private int update(String sql, IdRange range) {
        return jdbc.sql(sql).params(range.parameters()).update();
    }
}
