package org.relais.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.RecordKey;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which stores see which names. When two names become one, a store must not see the kept one twice, nor itself (protocol of
 * the network, merges of names).
 */
final class NameStoreJoins {

    static final String TABLE = "name_store_join";

    /** A join that came with this is deleted, as far as anyone is concerned. Of {@code content c}. */
    static final String IS_INACTIVE = "json_value(c.data, '$.inactive') = '1'";

    private static final List<String> FLAGS = List.of("customer", "supplier");

    private final JdbcClient jdbc;
    private final Projections projections;
    private final Clock clock;
    private final List<Join> joins;

    private record Join(String id, String storeId, String nameId) {}

    private NameStoreJoins(JdbcClient jdbc, Projections projections, Clock clock, List<Join> joins) {
        this.jdbc = jdbc;
        this.projections = projections;
        this.clock = clock;
        this.joins = joins;
    }

    /**
     * Reads the joins of the given names, and of the names that were merged into them before. One pass over all joins: asked
     * for once per chunk of merges.
     */
    static NameStoreJoins of(Collection<String> nameIds, JdbcClient jdbc, Projections projections, Clock clock) {
        Set<String> names = new HashSet<>(nameIds);
        jdbc.sql("select into_id from record_merge where type = 'name' and id in (:names)")
                .param("names", nameIds)
                .query(String.class)
                .list()
                .forEach(names::add);
        jdbc.sql("select id from record_merge where type = 'name' and into_id in (:names)")
                .param("names", List.copyOf(names))
                .query(String.class)
                .list()
                .forEach(names::add);
        List<Join> joins = new ArrayList<>();
        jdbc.sql("""
                select e.id, e.store_id, json_value(c.data, '$.name_ID')
                from record_entry e join content c on c.number = e.content
                where e.type = 'name_store_join' and e.deleted_at is null and json_value(c.data, '$.name_ID') in (:names)
                order by e.id
                """)
                .param("names", names)
                .query((row, n) -> new Join(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .forEach(joins::add);
        return new NameStoreJoins(jdbc, projections, clock, joins);
    }

    /**
     * Hands the joins of the deleted name to the kept one.
     *
     * @param deleted the ids that stood for the deleted name
     * @param kept the ids that stood for the kept name
     * @param keptName the kept name itself
     */
    void hand(Set<String> deleted, Set<String> kept, String keptName) {
        List<Join> handed =
                joins.stream().filter(join -> deleted.contains(join.nameId)).toList();
        List<Join> seen = new ArrayList<>(
                joins.stream().filter(join -> kept.contains(join.nameId)).toList());
        for (Join join : handed) {
            Optional<Join> twin = seen.stream()
                    .filter(other -> other.storeId.equals(join.storeId))
                    .findFirst();
            if (keptName.equals(nameOfStore(join.storeId))) {
                remove(join);
            } else if (twin.isPresent()) {
                addFlags(twin.get(), join);
                remove(join);
            } else {
                seen.add(join);
            }
        }
    }

    private String nameOfStore(String storeId) {
        return jdbc.sql("""
                select coalesce(m.into_id, json_value(r.data, '$.name_ID')) from record r
                left join record_merge m on m.type = 'name' and m.id = json_value(r.data, '$.name_ID')
                where r.type = 'store' and r.id = ?
                """).param(storeId).query(String.class).optional().orElse(null);
    }

    private void addFlags(Join kept, Join handed) {
        for (String flag : FLAGS) {
            boolean set = isSet(flag, handed) || isSet(flag, kept);
            if (set) {
                jdbc.sql("update record_entry e join content c on c.number = e.content"
                                + " set c.data = json_set(c.data, '$.om_name_is_" + flag
                                + "', json_extract('true', '$')),"
                                + " e.changed_at = ? where e.type = 'name_store_join' and e.id = ?")
                        .params(Timestamp.from(clock.instant()), kept.id)
                        .update();
            }
        }
        projections.changed(RecordSet.of(new RecordKey(TABLE, kept.id)));
    }

    /** The join's own flag, or that of the name that it was made for. */
    private boolean isSet(String flag, Join join) {
        return jdbc.sql("""
                select count(*) from record r where
                    (r.type = 'name_store_join' and r.id = :join and json_value(r.data, '$.om_name_is_%1$s') = '1')
                    or (r.type = 'name' and r.id = :name and json_value(r.data, '$.%1$s') = '1')
                """.formatted(flag))
                        .param("join", join.id)
                        .param("name", join.nameId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void remove(Join join) {
        jdbc.sql("delete e, c from record_entry e left join content c on c.number = e.content"
                        + " where e.type = 'name_store_join' and e.id = ?")
                .param(join.id)
                .update();
        projections.removed(RecordSet.of(new RecordKey(TABLE, join.id)));
        new Announced(jdbc).deletedHere(List.of(new RecordKey(TABLE, join.id)));
        joins.remove(join);
    }
}
