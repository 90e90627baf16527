package org.relais.catalogue;

import java.util.Objects;

/**
 * A key of a record that names another record.
 *
 * @param field the key; parts of a nested object as {@code oms_fields.campaign_id}
 * @param table the table of the other record
 * @param optional whether the record may name none
 */
public record Reference(String field, String table, boolean optional) {

    public Reference {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(table, "table");
    }
}
