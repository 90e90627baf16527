package org.relais.coldchain;

import java.util.Arrays;
import java.util.Optional;

/** What kind of breach it is, under the name that the wire and the phones have for it. */
public enum BreachType {
    /** Too warm, without a break. */
    HOT_CONSECUTIVE(true),
    /** Too cold, without a break. */
    COLD_CONSECUTIVE(false),
    /** Too warm, all times together. */
    HOT_CUMULATIVE(true),
    /** Too cold, all times together. */
    COLD_CUMULATIVE(false),
    /** Out of the range of its place, before it is a breach. */
    EXCURSION(true);

    private final boolean hot;

    BreachType(boolean hot) {
        this.hot = hot;
    }

    /** Whether it was too warm, or else too cold; an excursion counts as too warm. */
    public boolean hot() {
        return hot;
    }

    /** The type with that name; empty for a name that no type has, and for null. */
    public static Optional<BreachType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
