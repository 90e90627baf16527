package org.relais.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the texts of stored records that hold a piece of text. No index helps with it, so it ends when its time is over: a person
 * waits for it, and nobody asks often.
 */
final class TextScan {

    /** So many rows of one type at most: a short number is in many texts. */
    private static final int MOST = 2000;

    private final JdbcClient jdbc;
    private final long end;
    private boolean complete = true;

    /** One that may take so long, from now on. */
    TextScan(JdbcClient jdbc, Duration most) {
        this.jdbc = jdbc;
        this.end = System.nanoTime() + most.toNanos();
    }

    /** Whether there was time for everything that was asked. */
    boolean complete() {
        return complete;
    }

    /** The texts of one table's records that hold one of these pieces in any case of letters, by id; empty when the time is over. */
    Map<String, String> holding(String table, List<String> pieces) {
        long left = end - System.nanoTime();
        if (left <= 0) {
            complete = false;
            return Map.of();
        }
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>(List.of(table));
        pieces.forEach(piece -> {
            conditions.add("locate(?, lower(c.data)) > 0");
            parameters.add(piece.toLowerCase(Locale.ROOT));
        });
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            jdbc.sql(
                            "select e.id, c.data from record_entry e join content c on c.number = e.content where e.type = ? and ("
                                    + String.join(" or ", conditions) + ") limit " + MOST)
                    .params(parameters)
                    .withQueryTimeout(Math.toIntExact(
                            Math.ceilDiv(left, Duration.ofSeconds(1).toNanos())))
                    .query(row -> {
                        texts.put(row.getString(1), row.getString(2));
                    });
        } catch (QueryTimeoutException over) {
            complete = false;
        }
        complete = complete && texts.size() < MOST;
        return texts;
    }
}
