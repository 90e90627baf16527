package org.relais.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.catalogue.RecordKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up what changes made here need to know, with one query for each table and not for each record. */
final class LocalReader {

    private final JdbcClient jdbc;

    LocalReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What there is of some records; those of which there is nothing are not in it. */
    Map<RecordKey, Before> before(Collection<RecordKey> keys) {
        Map<RecordKey, Before> before = new HashMap<>();
        idsByTable(keys).forEach((table, ids) -> {
            stored(table, ids, before);
            waiting(table, ids, before);
        });
        return before;
    }

    /** The text of a record in the store; empty when there is none or it was deleted. */
    Optional<String> text(RecordKey key) {
        return jdbc.sql("""
                        select c.data from record_entry e join content c on c.number = e.content
                        where e.type = ? and e.id = ? and e.deleted_at is null
                        """).params(key.table(), key.id()).query(String.class).optional();
    }

    private void stored(String table, Set<String> ids, Map<RecordKey, Before> before) {
        jdbc.sql("""
                        select e.id, e.content, if(e.deleted_at is null, c.data, null) from record_entry e
                        join content c on c.number = e.content where e.type = :table and e.id in (:ids)
                        """).param("table", table).param("ids", ids).query(row -> {
            before.put(
                    new RecordKey(table, row.getString(1)), new Before(row.getLong(2), row.getString(3), null, null));
        });
    }

    private void waiting(String table, Set<String> ids, Map<RecordKey, Before> before) {
        jdbc.sql("""
                        select i.record_id, i.number, if(i.state = 'WAITING', c.data, null) from inbox i
                        left join content c on c.number = i.number
                        where i.type = :table and i.record_id in (:ids) and i.channel = 'HERE'
                        """).param("table", table).param("ids", ids).query(row -> {
            RecordKey key = new RecordKey(table, row.getString(1));
            Before stored = before.getOrDefault(key, Before.NOTHING);
            before.put(key, stored.withWaiting(row.getLong(2), row.getString(3)));
        });
    }

    /** Those of some records that are in the store, deleted ones included, each with the store that it belongs to. */
    Map<RecordKey, Optional<String>> owners(Collection<RecordKey> keys) {
        Map<RecordKey, Optional<String>> owners = new HashMap<>();
        idsByTable(keys).forEach((table, ids) -> jdbc.sql(
                        "select id, store_id from record_entry where type = :table and id in (:ids)")
                .param("table", table)
                .param("ids", ids)
                .query(row -> {
                    owners.put(new RecordKey(table, row.getString(1)), Optional.ofNullable(row.getString(2)));
                }));
        return owners;
    }

    /** Those of some records that wait here, as changes to be made. */
    List<LocalChange> waiting(Collection<RecordKey> keys) {
        Map<RecordKey, Before> before = new HashMap<>();
        idsByTable(keys).forEach((table, ids) -> waiting(table, ids, before));
        return before.entrySet().stream()
                .filter(waiting -> waiting.getValue().waitingData() != null)
                .map(waiting ->
                        LocalChange.to(waiting.getKey(), waiting.getValue().waitingData()))
                .toList();
    }

    /** The records that wait here for one of these. */
    Set<RecordKey> waitingFor(Collection<RecordKey> arrived) {
        Set<RecordKey> waiting = new LinkedHashSet<>();
        idsByTable(arrived).forEach((table, ids) -> jdbc.sql(
                        "select type, id from awaited where missing_table = :table and missing_id in (:ids)")
                .param("table", table)
                .param("ids", ids)
                .query(row -> {
                    waiting.add(new RecordKey(row.getString(1), row.getString(2)));
                }));
        return waiting;
    }

    /** Records that wait here for one that is in the store by now; of what nothing waits is not among them. */
    Set<RecordKey> waitingForWhatIsThere(int limit) {
        return jdbc.sql("""
                        select distinct a.type, a.id from awaited a
                        join record_entry e on e.type = a.missing_table and e.id = a.missing_id
                        join inbox i on i.type = a.type and i.record_id = a.id
                        where i.channel = 'HERE' and i.state = 'WAITING' limit ?
                        """)
                .param(limit)
                .query((row, n) -> new RecordKey(row.getString(1), row.getString(2)))
                .set();
    }

    private static Map<String, Set<String>> idsByTable(Collection<RecordKey> keys) {
        return keys.stream()
                .collect(Collectors.groupingBy(
                        RecordKey::table, Collectors.mapping(RecordKey::id, Collectors.toCollection(HashSet::new))));
    }
}
