package org.relais.locations;

import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which locations to list, and how.
 *
 * @param storeId of which store
 * @param search a part of the code or of the description, in any case and with or without accents; empty for all
 * @param order by what
 * @param descending the other way round
 */
public record LocationQuery(String storeId, String search, Order order, boolean descending) {

    private static final char ESCAPE = '!';

    /** What a list can be ordered by; the code decides where that is the same. */
    public enum Order {
        CODE("code"),
        DESCRIPTION("description"),
        TYPE("type.description"),
        VOLUME("volume"),
        ON_HOLD("onHold");

        private final String property;

        Order(String property) {
            this.property = property;
        }
    }

    Sort sort() {
        Sort.Direction direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
        return Sort.by(direction, order.property).and(Sort.by("code", "id"));
    }

    Specification<LocationRow> specification() {
        Specification<LocationRow> ofStore = (row, query, where) -> where.equal(row.get("storeId"), storeId);
        if (search.isBlank()) {
            return ofStore;
        }
        return ofStore.and((row, query, where) -> where.or(
                where.like(row.get("code"), pattern(), ESCAPE), where.like(row.get("description"), pattern(), ESCAPE)));
    }

    /** The search as a pattern of SQL, with {@code !} in front of what it would take for a joker. */
    private String pattern() {
        return "%" + search.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
