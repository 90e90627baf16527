package org.relais.record.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.catalogue.RecordType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the records of one type bring to one table.
 *
 * @param table the table in the database
 * @param type the records' table on the wire
 * @param typed whether records of other types have rows in it as well: then it has a column {@code type}
 * @param fillings what is written, each a replace with a select up to where the records come from, and a condition behind it
 */
record Part(String table, String type, boolean typed, List<Filling> fillings) {

    /** The table of all references that somebody asks for. */
    static final String REFERENCES = "record_reference";

    private static final int LONGEST_ID = 255;

    record Filling(String insert, String condition) {}

    static Part of(Projection projection) {
        String names = projection.columns().stream().map(Column::name).collect(Collectors.joining(", ", "(id, ", ")"));
        String values =
                projection.columns().stream().map(Column::expression).collect(Collectors.joining(", ", "e.id, ", ""));
        String insert = "replace into " + projection.table() + " " + names + " select " + values;
        return new Part(projection.table(), projection.type(), false, List.of(new Filling(insert, "")));
    }

    /** The references of a type to records of a table. */
    static Part of(RecordType type, Set<String> targets) {
        List<Filling> fillings = targets.stream()
                .sorted()
                .flatMap(target -> type.references().stream()
                        .filter(reference -> reference.table().equals(target))
                        .map(reference -> filling(reference.field(), target)))
                .toList();
        return new Part(REFERENCES, type.table(), true, fillings);
    }

    private static Filling filling(String field, String target) {
        String insert = "replace into " + REFERENCES + " (type, id, target, field, target_id) select e.type, e.id, "
                + FieldSql.literal(target) + ", " + FieldSql.literal(field) + ", coalesce(" + FieldSql.value(field)
                + ", "
                + FieldSql.guess(field) + ") as found";
        return new Filling(insert, " having char_length(found) between 1 and " + LONGEST_ID);
    }

    /** Takes the rows of some records out. */
    void remove(RecordSet records, JdbcClient jdbc) {
        jdbc.sql("delete p from " + records.rows(table, typed))
                .params(records.parameters())
                .update();
    }

    /** Writes the rows of some records; where one is there against all expectation, it takes its place. */
    void fill(RecordSet records, JdbcClient jdbc) {
        for (Filling filling : fillings) {
            jdbc.sql(filling.insert + " from " + records.entries() + filling.condition)
                    .params(records.parameters())
                    .update();
        }
    }

    /** Another one whenever rows would be written in another way. */
    String version() {
        try {
            byte[] written = fillings.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
