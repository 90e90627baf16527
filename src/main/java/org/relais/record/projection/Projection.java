package org.relais.record.projection;

import java.util.List;
import java.util.Objects;

/**
 * A table that holds some fields of all records of one type that are in use, one row each, under {@code id}. A room declares it
 * as a bean and owns the table: it makes it in a migration ({@code id varchar(255)}, primary key, collated
 * {@code utf8mb4_nopad_bin}) and is the only one to ask it. Nobody but the record store writes it.
 *
 * <p>There is no version to count up: when what is declared here changes, the next start fills the table anew.
 *
 * @param table the table's name in the database
 * @param type the records' table on the wire
 * @param columns all columns but {@code id}
 */
public record Projection(String table, String type, List<Column> columns) {

    public Projection {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(type, "type");
        columns = List.copyOf(columns);
    }
}
