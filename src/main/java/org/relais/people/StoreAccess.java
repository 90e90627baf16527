package org.relais.people;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/**
 * A store of this site that a person of the network may enter.
 *
 * @param storeId the store's id
 * @param permissions what the person may do there, of that which means something here
 * @param preferred whether it is the person's default store
 */
public record StoreAccess(String storeId, Set<Permission> permissions, boolean preferred) implements Serializable {

    public StoreAccess {
        Objects.requireNonNull(storeId, "storeId");
        permissions = Set.copyOf(permissions);
    }

    /** A store that is not the person's default one. */
    public StoreAccess(String storeId, Set<Permission> permissions) {
        this(storeId, permissions, false);
    }
}
