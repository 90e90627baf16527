package org.relais.catalogue;

import java.util.Optional;

/** Other records, for the few keys of a push form that depend on them. */
@FunctionalInterface
public interface RecordLookup {

    /** Knows no other record. */
    RecordLookup NONE = key -> Optional.empty();

    /**
     * The stored JSON object of a record that is not deleted.
     *
     * @return its text; empty when there is none
     */
    Optional<String> json(RecordKey key);
}
