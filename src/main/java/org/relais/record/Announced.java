package org.relais.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relais.catalogue.RecordKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the central servers sent since the store was empty, taken down beside it (table {@code announced}): so that what is here can
 * be compared with something that integrating does not write. Lines are added only, in the transaction that keeps what they tell of.
 */
final class Announced {

    /** Of a line that is added. */
    private static final int COLUMNS = 4;

    private final JdbcClient jdbc;

    Announced(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line: some records of a table, in the order in which they came.
     *
     * @param here whether they were deleted on this site
     * @param hashes see {@link IdHashes}
     * @param merges how many merges came
     * @param repeats how many came once more, of those that were summed up
     */
    record Line(long number, boolean here, long[] hashes, long merges, long repeats) {}

    /** Takes down what a page brought, with one statement. */
    void add(Announcement page) {
        List<Object> lines = new ArrayList<>();
        page.each((table, hashes, merges) -> lines.addAll(List.of(table, false, hashes, merges)));
        add(lines);
    }

    /** Takes down that records were deleted here: the central servers sent them, and will not send that. */
    void deletedHere(Collection<RecordKey> keys) {
        IdHashes hashes = new IdHashes();
        Map<String, ByteArrayOutputStream> byTable = new TreeMap<>();
        keys.forEach(key -> hashes.write(
                key.id(), true, byTable.computeIfAbsent(key.table(), first -> new ByteArrayOutputStream())));
        List<Object> lines = new ArrayList<>();
        byTable.forEach((table, deleted) -> lines.addAll(List.of(table, true, deleted.toByteArray(), 0)));
        add(lines);
    }

    private void add(List<Object> lines) {
        if (!lines.isEmpty()) {
            String rows = String.join(", ", Collections.nCopies(lines.size() / COLUMNS, "(?, ?, ?, ?)"));
            jdbc.sql("insert into announced (type, here, hashes, merges) values " + rows)
                    .params(lines)
                    .update();
        }
    }

    /** All lines of a table, in order. */
    List<Line> of(String table) {
        return jdbc.sql("select number, here, hashes, merges, repeats from announced where type = ? order by number")
                .param(table)
                .query((row, n) -> new Line(
                        row.getLong(1),
                        row.getBoolean(2),
                        IdHashes.read(row.getBytes(3)),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    /** How many came, orders to delete or to merge and repeats among them. */
    long records() {
        return jdbc.sql(
                        "select coalesce(sum(length(hashes) div 8 + merges + repeats), 0) from announced where not here")
                .query(Long.class)
                .single();
    }

    /** How many lines there are. */
    long lines() {
        return jdbc.sql("select count(*) from announced").query(Long.class).single();
    }

    /**
     * Puts one line in the place of several, in the caller's transaction, unless another process has done so already. What was added
     * meanwhile comes after it.
     */
    void sumUp(String table, List<Line> lines, Line sum) {
        List<Long> numbers = new ArrayList<>(lines.stream().map(Line::number).toList());
        long there = jdbc.sql("select count(*) from announced where number in (:numbers) for update")
                .param("numbers", numbers)
                .query(Long.class)
                .single();
        if (there < numbers.size()) {
            return;
        }
        jdbc.sql("delete from announced where number in (:numbers)")
                .param("numbers", numbers)
                .update();
        jdbc.sql("insert into announced (number, type, hashes, merges, repeats) values (?, ?, ?, ?, ?)")
                .params(lines.getLast().number(), table, IdHashes.bytes(sum.hashes()), sum.merges(), sum.repeats())
                .update();
    }
}
