package org.relais.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.record.projection.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes everything out of the record store, so that it can be filled anew: records and their texts, what came in and what waits
 * to be sent, merges and cursors, and what projections say of them.
 *
 * <p>Deleting a million records in one transaction would take minutes, and undoing it after a kill as long again. So every table
 * is exchanged for an empty one, all of them by a single statement that the database carries out wholly or not at all.
 */
@Component
public class CleanSlate {

    private static final List<String> STORE = List.of(
            "announced", "awaited", "channel_cursor", "content", "inbox", "outbox", "record_entry", "record_merge");

    private final JdbcClient jdbc;
    private final List<String> tables;

    CleanSlate(JdbcClient jdbc, Projections projections) {
        this.jdbc = jdbc;
        this.tables =
                Stream.concat(STORE.stream(), projections.tables().stream()).toList();
    }

    /** Whether nothing was received since the store was empty; changes that were made here do not count. */
    public boolean isClean() {
        return jdbc.sql("select not exists (select 1 from channel_cursor) and not exists (select 1 from inbox)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Empties the store. It waits for transactions that use it, and those that come meanwhile wait for it. Not within a transaction:
     * it would be committed; and not for two threads at once.
     */
    public void wipe() {
        // What an emptying that was cut left behind.
        jdbc.sql("drop table if exists " + forEach("full_%s")).update();
        tables.forEach(table -> jdbc.sql("create or replace table empty_%1$s like %1$s".formatted(table))
                .update());
        jdbc.sql("rename table " + forEach("%1$s to full_%1$s, empty_%1$s to %1$s"))
                .update();
        jdbc.sql("drop table " + forEach("full_%s")).update();
    }

    private String forEach(String form) {
        return tables.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
