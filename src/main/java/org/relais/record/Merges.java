package org.relais.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.catalogue.RecordKey;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Merges of items, names and clinicians: from then on whoever refers to the deleted record means the kept one. Records are
 * not rewritten; {@code record_merge} says what stands for what, and every entry leads to a record that is not merged itself,
 * so that chains of merges may come in any order.
 */
final class Merges {

    private static final String NAME = "name";

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Clock clock;

    Merges(JdbcClient jdbc, Projections projections, Clock clock) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.clock = clock;
    }

    /** One merge as it stands in the inbox. */
    record Merge(String id, long number, boolean waited, String keep, String delete) {}

    /** The next merges of a type that are to be tried, in the order in which they came. */
    List<Merge> next(String type, long afterNumber, int limit) {
        return jdbc.sql("""
                select record_id, number, state = 'WAITING', ref1, ref2 from inbox
                where type = ? and action = 'MERGE' and state in ('NEW', 'WAITING') and number > ?
                order by number limit ?
                """)
                .params(type, afterNumber, limit)
                .query((row, n) -> new Merge(
                        row.getString(1), row.getLong(2), row.getBoolean(3), row.getString(4), row.getString(5)))
                .list();
    }

    /** Carries merges out, in the caller's transaction. */
    Tally merge(String type, List<Merge> merges) {
        Tally tally = Tally.NOTHING;
        NameStoreJoins joins = NAME.equals(type)
                ? NameStoreJoins.of(
                        merges.stream()
                                .flatMap(merge -> Stream.of(merge.keep, merge.delete))
                                .distinct()
                                .toList(),
                        jdbc,
                        projections,
                        clock)
                : null;
        for (Merge merge : merges) {
            tally = tally.plus(merge(type, merge, joins));
        }
        return tally;
    }

    private Tally merge(String type, Merge merge, NameStoreJoins joins) {
        int fresh = merge.waited ? 0 : 1;
        Optional<String> kept = standsFor(type, merge.keep);
        if (kept.isEmpty()) {
            jdbc.sql("update inbox set state = 'WAITING', reason = 'REFERENCE_MISSING', field = 'mergeIdToKeep',"
                            + " missing_table = ?, missing_id = ?, detail = null"
                            + " where type = ? and record_id = ? and number = ?")
                    .params(type, merge.keep, type, merge.id, merge.number)
                    .update();
            return new Tally(fresh, 0, fresh);
        }
        if (!kept.get().equals(merge.delete)) {
            link(type, merge.delete, kept.get(), joins);
        }
        jdbc.sql("delete i, c from inbox i left join content c on c.number = i.number"
                        + " where i.type = ? and i.record_id = ? and i.number = ?")
                .params(type, merge.id, merge.number)
                .update();
        return new Tally(fresh, 1, 0);
    }

    private void link(String type, String deleted, String kept, NameStoreJoins joins) {
        Set<String> ofDeleted = idsFor(type, deleted);
        Set<String> ofKept = idsFor(type, kept);
        jdbc.sql("update record_merge set into_id = ? where type = ? and into_id = ?")
                .params(kept, type, deleted)
                .update();
        jdbc.sql(
                        "insert into record_merge (type, id, into_id) values (?, ?, ?) on duplicate key update into_id = into_id")
                .params(type, deleted, kept)
                .update();
        if (joins != null) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("update record_entry set deleted_at = ?, changed_at = ?"
                            + " where type = 'name' and id = ? and deleted_at is null")
                    .params(now, now, deleted)
                    .update();
            projections.removed(RecordSet.of(new RecordKey(NAME, deleted)));
            joins.hand(ofDeleted, ofKept, kept);
        }
    }

    /** What a record's id means today; empty when neither the record nor a merge of it is known. */
    private Optional<String> standsFor(String type, String id) {
        return jdbc.sql("select coalesce((select into_id from record_merge where type = :type and id = :id),"
                        + " (select id from record_entry where type = :type and id = :id))")
                .param("type", type)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** All ids that mean a record today: its own unless it was merged, and those that were merged into it. */
    private Set<String> idsFor(String type, String id) {
        Set<String> ids = new HashSet<>(jdbc.sql("select id from record_merge where type = ? and into_id = ?")
                .params(type, id)
                .query(String.class)
                .list());
        if (jdbc.sql("select count(*) from record_merge where type = ? and id = ?")
                        .params(type, id)
                        .query(Long.class)
                        .single()
                == 0) {
            ids.add(id);
        }
        return ids;
    }
}
