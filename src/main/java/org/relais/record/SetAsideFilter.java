package org.relais.record;

import java.time.Instant;
import java.util.Objects;

/**
 * Which of the records that were set aside to tell of.
 *
 * @param table only those of a table; null for all
 * @param kind only those with a kind of reason; null for all
 * @param text only those whose table, id or reason has it; empty for all, never null
 * @param from only those that came at this moment or later; null for all
 * @param until only those that came at this moment or earlier; null for all
 */
public record SetAsideFilter(String table, ReasonKind kind, String text, Instant from, Instant until) {

    /** Lets all through. */
    public static final SetAsideFilter ALL = new SetAsideFilter(null, null, "", null, null);

    public SetAsideFilter {
        Objects.requireNonNull(text, "text");
    }

    /** Those that came between two moments, both included; null leaves a side open. */
    public static SetAsideFilter cameBetween(Instant from, Instant until) {
        return new SetAsideFilter(null, null, "", from, until);
    }
}
