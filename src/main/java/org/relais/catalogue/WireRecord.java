package org.relais.catalogue;

import java.util.Objects;

/**
 * One record as it travels between a site and a central server.
 *
 * @param table the table's name on the wire, case kept
 * @param id the record's id, case kept
 * @param action what the receiver is to do
 * @param data the record's JSON object as text, exactly as it came: key order, unknown keys and the precision of numbers
 *     are kept; {@code {}} when there was none
 */
public record WireRecord(String table, String id, Action action, String data) {

    public WireRecord {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(data, "data");
    }
}
