package org.relais.record.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.relais.catalogue.RecordType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the records of one type bring to one table.
 *
 * @param table the table in the database
 * @param type the records' table on the wire
 * @param typed whether records of other types have rows in it as well: then it has a column {@code type}
 * @param fillings how rows are made of records
 */
record Part(String table, String type, boolean typed, List<Filling> fillings) {

    /** The table of all references that somebody asks for. */
    static final String REFERENCES = "record_reference";

    private static final int LONGEST_ID = 255;

    /** More than there are: with a limit, MariaDB makes the rows first and takes each text apart once instead of three times. */
    private static final String ALL = " limit 18446744073709551615";

    /**
     * How rows are made of records.
     *
     * @param columns those of the table, in the order of the values
     * @param values made of an entry {@code e} and its text {@code c}, each under its column's name
     * @param condition which of them are written
     */
    record Filling(List<String> columns, List<String> values, String condition) {

        private String into(String table, RecordSet records) {
            return "replace into " + table + " (" + String.join(", ", columns) + ") select * from (select "
                    + String.join(", ", values) + " from " + records.entries() + ALL + ") made" + condition;
        }
    }

    static Part of(Projection projection) {
        List<String> columns = new ArrayList<>(List.of("id"));
        List<String> values = new ArrayList<>(List.of("e.id"));
        for (Column column : projection.columns()) {
            columns.add(column.name());
            values.add(column.expression() + " as " + column.name());
        }
        return new Part(projection.table(), projection.type(), false, List.of(new Filling(columns, values, "")));
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
        String id = "coalesce(" + FieldSql.value(field) + ", " + FieldSql.guess(field) + ")";
        return new Filling(
                List.of("type", "id", "target", "field", "target_id"),
                List.of(
                        "e.type",
                        "e.id",
                        FieldSql.literal(target) + " as target",
                        FieldSql.literal(field) + " as field",
                        FieldSql.text(id, LONGEST_ID + 1) + " as target_id"),
                " where char_length(made.target_id) between 1 and " + LONGEST_ID);
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
            jdbc.sql(filling.into(table, records)).params(records.parameters()).update();
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
