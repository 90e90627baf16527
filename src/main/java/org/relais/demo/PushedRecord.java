package org.relais.demo;

import java.util.Set;
import org.relais.catalogue.RecordKey;

/**
 * A record in a push.
 *
 * @param data its JSON text to the last blank; null where there was none
 */
record PushedRecord(RecordKey key, String action, String data) {
    private static final Set<String> ACTIONS =
            Set.of("Insert", "insert", "Update", "update", "Delete", "delete", "Merge", "merge");

    static PushedRecord of(Json.Fields record) {
        String action = record.text("action");
        if (!ACTIONS.contains(action)) {
            throw new Json.Malformed(
                    "unknown variant `" + action + "`, expected one of `insert`, `update`, `delete`, `merge`");
        }
        return new PushedRecord(
                new RecordKey(record.text("tableName"), record.text("recordId")), action, record.kept("recordData"));
    }
}
