package org.relais.record;

import java.util.List;
import java.util.Optional;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the store of a restored site becomes what the central servers have, while people go on working with it: everything is
 * fetched anew beside it and integrated over it, and what did not come is taken out at the end. A text's number tells what came, or
 * was changed here, since the restore.
 *
 * <p>Changes that waited when the backup was made may have been sent after it, and changed once more: see {@link #reconcile}.
 * Killed at any moment, the next run goes on.
 */
@Component
public class Renewal {

    private static final Logger log = LoggerFactory.getLogger(Renewal.class);
    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final StoreTransaction store;
    private final List<RecordType> fetched;
    private final Projections projections;
    private final Reconciliation reconciliation;

    Renewal(JdbcClient jdbc, StoreTransaction store, RecordTypes types, Projections projections) {
        this.jdbc = jdbc;
        this.store = store;
        this.fetched =
                types.all().stream().filter(type -> !type.channels().isEmpty()).toList();
        this.projections = projections;
        this.reconciliation = new Reconciliation(jdbc, types, projections);
    }

    /** A backup was restored: from here on it is told apart what is the backup's. Has no effect the second time. */
    public void begin() {
        store.alone(() -> {
            int begun = jdbc.sql("insert ignore into store_renewal (since, revision) select coalesce(max(number), 0),"
                            + " (select coalesce(max(revision), 0) from outbox) from content")
                    .update();
            if (begun > 0) {
                // Nobody knows by now what the central servers have of what was made here.
                jdbc.sql("""
                        update outbox o join record_entry e on e.type = o.type and e.id = o.id
                        join content c on c.number = e.content
                        set o.base = c.data where o.created and o.action = 'UPSERT'
                        """).update();
            }
            return null;
        });
    }

    /** Before everything is fetched: what had come and was not integrated comes once more, if it is still true. */
    public void clearArrivals() {
        store.alone(() -> {
            Gate.INBOX.lock(jdbc);
            jdbc.sql("delete i, c from inbox i left join content c on c.number = i.number where i.channel <> 'HERE'")
                    .update();
            jdbc.sql("delete from channel_cursor").update();
            jdbc.sql("delete from announced").update();
            return null;
        });
    }

    /**
     * When everything was fetched and nothing of it is integrated yet: compares each change that waited in the backup with what came
     * of its record. What a server has already, or something later, is not sent again; what it lacks is made of what it has.
     */
    public void reconcile() {
        store.alone(() -> {
            since().ifPresent(since -> {
                if (jdbc.sql("select not reconciled from store_renewal")
                        .query(Boolean.class)
                        .single()) {
                    reconciliation.carryOut(since);
                    jdbc.sql("update store_renewal set reconciled = true").update();
                }
            });
            return null;
        });
    }

    /** When everything that came is integrated: takes out what the central servers have no longer. Then all is as they have it. */
    public void sweep() {
        since().ifPresent(since -> {
            fetched.forEach(type -> sweep(type, since));
            store.alone(() -> jdbc.sql("delete from store_renewal").update());
        });
    }

    private Optional<Long> since() {
        return jdbc.sql("select since from store_renewal").query(Long.class).optional();
    }

    private void sweep(RecordType type, long since) {
        List<String> gone;
        do {
            gone = store.alone(() -> sweepSome(type, since));
            if (!gone.isEmpty()) {
                log.info("{} records of {} are no longer at the central servers", gone.size(), type.table());
            }
        } while (gone.size() == CHUNK);
    }

    /** What was merged away stays, as others may name it; so does what came and was set aside, and what is to be sent. */
    private List<String> sweepSome(RecordType type, long since) {
        List<String> gone = jdbc.sql("""
                        select e.id from record_entry e
                        where e.type = :type and e.content <= :since and e.deleted_at is null
                            and not exists (select 1 from outbox o where o.type = e.type and o.id = e.id)
                            and not exists (select 1 from inbox i where i.type = e.type and i.record_id = e.id and i.action = 'UPSERT')
                            and not exists (select 1 from record_merge m where m.type = e.type and m.id = e.id)
                        limit :chunk
                        """)
                .param("type", type.table())
                .param("since", since)
                .param("chunk", CHUNK)
                .query(String.class)
                .list();
        if (!gone.isEmpty()) {
            projections.removed(RecordSet.of(type.table(), gone));
            jdbc.sql("delete e, c from record_entry e left join content c on c.number = e.content"
                            + " where e.type = :type and e.id in (:ids)")
                    .param("type", type.table())
                    .param("ids", gone)
                    .update();
        }
        return gone;
    }
}
