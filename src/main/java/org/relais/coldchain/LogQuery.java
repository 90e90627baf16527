package org.relais.coldchain;

import java.time.Instant;
import java.util.Set;

/**
 * Which readings to list.
 *
 * @param storeId of which store
 * @param sensorIds of which sensors; empty for all
 * @param locationId where they were measured; null for anywhere
 * @param from those that were not measured before it; null for no bound
 * @param to those that were measured before it; null for no bound
 */
public record LogQuery(String storeId, Set<String> sensorIds, String locationId, Instant from, Instant to) {

    public LogQuery {
        sensorIds = Set.copyOf(sensorIds);
    }
}
