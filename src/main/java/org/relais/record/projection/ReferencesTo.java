package org.relais.record.projection;

import java.util.Objects;

/**
 * Says that a room, which declares it as a bean, asks who refers to records of a table: from then on
 * {@link RecordReferences} knows it.
 *
 * @param table the table on the wire whose records are referred to
 */
public record ReferencesTo(String table) {

    public ReferencesTo {
        Objects.requireNonNull(table, "table");
    }
}
