package org.relais.record;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cuts the arrivals of a type into ranges of ids, each of some thousand arrivals. */
final class Chunks {

    private static final int ARRIVALS = 5000;

    private final JdbcClient jdbc;
    private final long newest;

    /** @param newest as {@link IdRange#newest()} */
    Chunks(JdbcClient jdbc, long newest) {
        this.jdbc = jdbc;
        this.newest = newest;
    }

    /** The tables of which anything arrived. */
    Set<String> tables() {
        return new HashSet<>(
                jdbc.sql("select distinct type from inbox").query(String.class).list());
    }

    /**
     * The next range.
     *
     * @param after the last id of the one before; empty for the first
     */
    Optional<IdRange> next(String type, String after) {
        return jdbc.sql("select record_id from inbox force index (primary) where type = ? and record_id > ?"
                        + " order by record_id limit 1 offset " + (ARRIVALS - 1))
                .params(type, after)
                .query(String.class)
                .optional()
                .or(() -> jdbc.sql("select max(record_id) from inbox where type = ? and record_id > ?")
                        .params(type, after)
                        .query(String.class)
                        .optional())
                .map(upTo -> new IdRange(type, after, upTo, newest));
    }
}
