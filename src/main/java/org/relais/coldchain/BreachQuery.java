package org.relais.coldchain;

import java.time.Instant;
import java.util.Set;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which breaches to list.
 *
 * @param storeId of which store
 * @param sensorIds of which sensors; empty for all
 * @param locationId at which location they were; null for all
 * @param types of which types; empty for all
 * @param from those that were not over before it; null for no bound
 * @param to those that had begun before it; null for no bound
 * @param unacknowledgedOnly whether only those that nobody answered for
 */
public record BreachQuery(
        String storeId,
        Set<String> sensorIds,
        String locationId,
        Set<BreachType> types,
        Instant from,
        Instant to,
        boolean unacknowledgedOnly) {

    public BreachQuery {
        sensorIds = Set.copyOf(sensorIds);
        types = Set.copyOf(types);
    }

    /** All breaches of a store. */
    public static BreachQuery of(String storeId) {
        return new BreachQuery(storeId, Set.of(), null, Set.of(), null, null, false);
    }

    Specification<BreachRow> specification() {
        Specification<BreachRow> found = (row, query, where) -> where.equal(row.get("storeId"), storeId);
        if (!sensorIds.isEmpty()) {
            found = found.and((row, query, where) -> row.get("sensorId").in(sensorIds));
        }
        if (locationId != null) {
            found = found.and((row, query, where) -> where.equal(row.get("locationId"), locationId));
        }
        if (!types.isEmpty()) {
            found = found.and((row, query, where) ->
                    row.get("type").in(types.stream().map(BreachType::name).toList()));
        }
        if (from != null) {
            found = found.and((row, query, where) -> where.or(
                    where.isNull(row.get("endedAt")),
                    where.greaterThanOrEqualTo(row.get("endedAt"), from.getEpochSecond())));
        }
        if (to != null) {
            found = found.and((row, query, where) -> where.lessThan(row.get("startedAt"), to.getEpochSecond()));
        }
        if (unacknowledgedOnly) {
            found = found.and((row, query, where) -> where.isFalse(row.get("acknowledged")));
        }
        return found;
    }
}
