package org.relais.catalogue;

import java.util.Objects;

/**
 * Names one record of the network. Wherever the program speaks of a table it means {@link #table()}: the table's name on the
 * wire, which both protocols share.
 *
 * @param table the table's name as both protocols write it in {@code tableName}, case kept; {@code item_line}, {@code Location}
 * @param id the record's id, case kept
 */
public record RecordKey(String table, String id) {

    public RecordKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(id, "id");
    }

    /** Both in one line, for logs. */
    @Override
    public String toString() {
        return table + " " + id;
    }
}
