package org.relais.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which records the store has, as long as a transaction holds its gate; each is asked for once. */
final class StoredIds {

    /** From a thousand on, MariaDB makes a table of such a list before it looks anything up. */
    static final int ASKED_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Map<String, Set<String>> byTable = new HashMap<>();

    StoredIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of some ids of which the store has the record, one that is kept as deleted included. */
    Set<String> of(String table, Collection<String> ids) {
        Set<String> known = byTable.computeIfAbsent(table, t -> new HashSet<>());
        List<String> unknown =
                ids.stream().filter(id -> !known.contains(id)).distinct().toList();
        known.addAll(found("select id from record_entry where type = :type and id in (:ids)", table, unknown));
        return known;
    }

    /** The store has these records since a moment ago. */
    void add(String table, Collection<String> ids) {
        byTable.computeIfAbsent(table, t -> new HashSet<>()).addAll(ids);
    }

    /** Those of some ids for which anything is in the inbox. */
    Set<String> inInbox(String table, List<String> ids) {
        return found("select record_id from inbox where type = :type and record_id in (:ids)", table, ids);
    }

    /** The tables of which anything waits to be sent, or for nobody to be sent to. */
    Set<String> outgoingTables() {
        return new HashSet<>(
                jdbc.sql("select distinct type from outbox").query(String.class).list());
    }

    /** Those of some ids that wait to be sent. */
    Set<String> outgoing(String table, List<String> ids) {
        return found("select id from outbox where type = :type and id in (:ids)", table, ids);
    }

    private Set<String> found(String query, String table, List<String> ids) {
        Set<String> found = new HashSet<>();
        for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
            found.addAll(jdbc.sql(query)
                    .param("type", table)
                    .param("ids", ids.subList(from, Math.min(from + ASKED_AT_ONCE, ids.size())))
                    .query(String.class)
                    .list());
        }
        return found;
    }
}
