package org.relais.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one pass over a record's text found out.
 *
 * @param storeId the store that the record itself names as its owner; null when it names none, or when its type leaves that
 *     to a parent (see {@link OwnerStore})
 * @param parents the ids of the records whose store it belongs to, in the order of {@link OwnerStore.OfParent#references()};
 *     null where the record names none; empty when its type has no such owner
 * @param references the ids of the records that must be there first, in the order of
 *     {@link RecordType#blockingReferences()}; null where the record names none
 * @param named the ids of all records that it names, in the order of {@link RecordType#references()}, those included that
 *     need not be there; null where the record names none
 * @param problems what is wrong with it; empty when it can be stored
 */
public record CheckedRecord(
        String storeId, List<String> parents, List<String> references, List<String> named, List<Problem> problems) {

    public CheckedRecord {
        parents = parents.isEmpty() ? List.of() : Collections.unmodifiableList(new ArrayList<>(parents));
        references = Collections.unmodifiableList(new ArrayList<>(references)); // List.copyOf refuses null
        named = Collections.unmodifiableList(new ArrayList<>(named));
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong with it. */
    public boolean isValid() {
        return problems.isEmpty();
    }
}
