package org.relais.record;

import java.util.List;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/**
 * Compares the changes that wait on a restored site with what came of their records. In the backup they waited; whether they were
 * sent after it, and the record changed again and sent, is known by nobody here. To send them all would put old versions over newer
 * ones, to send none would lose them.
 */
final class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final Projections projections;

    Reconciliation(JdbcClient jdbc, RecordTypes types, Projections projections) {
        this.jdbc = jdbc;
        this.types = types;
        this.projections = projections;
    }

    /**
     * A change that waits.
     *
     * @param created whether the record was made here and not sent when the backup was made
     * @param both whether both servers get it: what one of them has says nothing of the other
     * @param base the record's text before the change; null where that is not known
     * @param content the number of the record's text; 0 where it is deleted
     * @param ours the record's text; null where it is deleted
     */
    private record Waiting(
            RecordKey key, long revision, boolean created, boolean both, String base, long content, String ours) {}

    /** In the transaction of whoever is alone in the store. */
    void carryOut(long since) {
        forgetWhatWaitedForOthersAndCame(since);
        long known =
                jdbc.sql("select revision from store_renewal").query(Long.class).single();
        long after = 0;
        for (List<Waiting> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(waiting -> compare(waiting, waiting.revision() > known));
            after = page.getLast().revision();
        }
    }

    private List<Waiting> page(long after) {
        return jdbc.sql("""
                        select o.type, o.id, o.revision, o.created, o.to_legacy and o.to_open, o.base, e.content, c.data
                        from outbox o
                        left join record_entry e on e.type = o.type and e.id = o.id and o.action = 'UPSERT'
                        left join content c on c.number = e.content
                        where o.revision > ? order by o.revision limit ?
                        """)
                .params(after, PAGE)
                .query((row, n) -> new Waiting(
                        new RecordKey(row.getString(1), row.getString(2)),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8)))
                .list();
    }

    private void compare(Waiting waiting, boolean changedSince) {
        Optional<Arrival> arrived = arrived(waiting.key());
        if (waiting.base() == null) {
            // Made by a version that did not keep what was before: sent, as it would have been.
            return;
        }
        boolean deleted = arrived.isEmpty()
                ? !waiting.created() && comesBack(waiting.key().table())
                : arrived.get().action() == Action.DELETE;
        if (deleted && !changedSince) {
            drop(waiting, "the record was deleted since");
        } else if (arrived.isPresent() && !deleted) {
            compare(waiting, arrived.get().text(), changedSince);
        }
    }

    private void compare(Waiting waiting, String arrived, boolean changedSince) {
        try {
            if (waiting.ours() == null) {
                if (!changedSince && !ThreeWay.saysTheSame(waiting.base(), arrived)) {
                    drop(waiting, "the record was made anew since");
                }
                return;
            }
            ThreeWay texts = ThreeWay.of(waiting.base(), waiting.ours(), arrived);
            boolean theirs = texts.isContained() && !waiting.both()
                    || !texts.isContained() && !texts.isUntouched() && !changedSince;
            if (theirs) {
                drop(waiting, "it was sent before, or something later was");
            } else if (!texts.rebased().equals(waiting.ours())) {
                rewrite(waiting, texts.rebased());
            }
        } catch (JacksonException odd) {
            log.info("{} cannot be compared and is sent as it is: {}", waiting.key(), odd.getOriginalMessage());
        }
    }

    /**
     * What came of a record.
     *
     * @param text null for a deletion
     */
    private record Arrival(Action action, String text) {}

    /** The newest that came of a record, of what can be stored, or could once another one is there; a deletion counts in any case. */
    private Optional<Arrival> arrived(RecordKey key) {
        return jdbc.sql("""
                        select i.action, c.data from inbox i left join content c on c.number = i.number
                        where i.type = ? and i.record_id = ? and i.channel <> 'HERE' and i.action <> 'MERGE'
                            and (i.state in ('NEW', 'WAITING') or i.action = 'DELETE') order by i.number desc limit 1
                        """)
                .params(key.table(), key.id())
                .query((row, n) -> new Arrival(Action.valueOf(row.getString(1)), row.getString(2)))
                .optional();
    }

    private boolean comesBack(String table) {
        return types.byTable(table)
                .map(RecordType::channels)
                .filter(channels -> !channels.isEmpty())
                .isPresent();
    }

    private void drop(Waiting waiting, String why) {
        log.info("The change of {} that waited in the backup is not sent: {}", waiting.key(), why);
        jdbc.sql("delete from outbox where type = ? and id = ? and revision = ?")
                .params(waiting.key().table(), waiting.key().id(), waiting.revision())
                .update();
    }

    private void rewrite(Waiting waiting, String text) {
        jdbc.sql("update content set data = ? where number = ?")
                .params(text, waiting.content())
                .update();
        projections.changed(RecordSet.of(waiting.key()));
    }

    /** What was made here before the backup and waited for another record, and was sent after it, does not wait any more. */
    private void forgetWhatWaitedForOthersAndCame(long since) {
        jdbc.sql("""
                delete h, c, a from inbox h
                join inbox i on i.type = h.type and i.record_id = h.record_id and i.channel <> 'HERE'
                left join content c on c.number = h.number
                left join awaited a on a.type = h.type and a.id = h.record_id
                where h.channel = 'HERE' and h.number <= ?
                """).param(since).update();
    }
}
