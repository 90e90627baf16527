package org.relais.people;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;

/**
 * A store of this site that a person of the network may enter.
 *
 * @param storeId the store's id
 * @param permissions what the person may do there, of that which means something here
 */
public record StoreAccess(String storeId, Set<Permission> permissions) implements Serializable {

    public StoreAccess {
        Objects.requireNonNull(storeId, "storeId");
        permissions = Set.copyOf(permissions);
    }
}
