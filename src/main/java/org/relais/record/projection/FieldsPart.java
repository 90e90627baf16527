package org.relais.record.projection;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of a {@link Projection}: SQL makes them of the texts.
 *
 * @param columns those of the table, in the order of the values
 * @param values made of an entry {@code e} and its text {@code c}, each under its column's name
 */
record FieldsPart(String table, String type, List<String> columns, List<String> values) implements Part {

    /** More than there are: with a limit, MariaDB makes the rows first and takes each text apart once instead of three times. */
    private static final String ALL = " limit 18446744073709551615";

    static FieldsPart of(Projection projection) {
        List<String> columns = new ArrayList<>(List.of("id"));
        List<String> values = new ArrayList<>(List.of("e.id"));
        for (Column column : projection.columns()) {
            columns.add(column.name());
            values.add(column.expression() + " as " + column.name());
        }
        return new FieldsPart(projection.table(), projection.type(), columns, values);
    }

    @Override
    public void remove(RecordSet records, JdbcTemplate jdbc) {
        jdbc.update(
                "delete p from " + records.rows(table, false),
                records.parameters().toArray());
    }

    @Override
    public void fill(RecordSet records, JdbcTemplate jdbc) {
        jdbc.update(
                "replace into " + table + " (" + String.join(", ", columns) + ") select * from (select "
                        + String.join(", ", values) + " from " + records.texts() + ALL + ") made",
                records.parameters().toArray());
    }

    @Override
    public String version() {
        return Part.versionOf(List.of(columns, values));
    }
}
