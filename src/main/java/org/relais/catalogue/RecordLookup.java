package org.relais.catalogue;

import java.util.Optional;

/** Other records, for the few keys of a push form that depend on them. */
@FunctionalInterface
public interface RecordLookup {

    /** Knows no other record. */
    RecordLookup NONE = (table, id) -> Optional.empty();

    /**
     * The stored JSON object of a record that is not deleted.
     *
     * @param table the table on the wire
     * @param id the record's id
     * @return its text; empty when there is none
     */
    Optional<String> json(String table, String id);
}
