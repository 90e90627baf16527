package org.relais.coldchain;

import java.util.Objects;
import java.util.Set;

/**
 * Whose a sensor is and where it stands.
 *
 * @param storeId the store that owns what it measures
 * @param locationId null when nobody said where it stands
 * @param ownStores the stores of this site
 */
record SensorPlace(String storeId, String locationId, Set<String> ownStores) {

    SensorPlace {
        Objects.requireNonNull(storeId, "storeId");
    }

    boolean isOurs(String store) {
        return ownStores.contains(store);
    }
}
