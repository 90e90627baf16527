package org.relais.catalogue;

import java.util.List;

/** How the store that a record belongs to is found. */
public sealed interface OwnerStore {

    /**
     * The record names its store itself.
     *
     * @param field the key that holds the store's id
     */
    record OwnField(String field) implements OwnerStore {}

    /**
     * The record belongs to the store of another record.
     *
     * @param references the references to follow, the first one that leads to a store decides
     */
    record OfParent(List<Reference> references) implements OwnerStore {

        public OfParent {
            references = List.copyOf(references);
        }
    }
}
