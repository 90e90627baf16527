package org.relais.locations;

/**
 * Which locations to list, and how.
 *
 * @param storeId of which store
 * @param search a part of the code or of the description, in any case and with or without accents; empty for all
 * @param order by what
 * @param descending the other way round
 */
public record LocationQuery(String storeId, String search, Order order, boolean descending) {

    /** What a list can be ordered by; the code decides where that is the same. */
    public enum Order {
        CODE("v.code collate utf8mb4_unicode_ci"),
        DESCRIPTION("v.description collate utf8mb4_unicode_ci"),
        TYPE("t.description collate utf8mb4_unicode_ci"),
        VOLUME("v.volume"),
        ON_HOLD("v.on_hold");

        private final String expression;

        Order(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }

    /** The search as a pattern of SQL, with {@code !} in front of what it would take for a joker. */
    String pattern() {
        return "%" + search.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
