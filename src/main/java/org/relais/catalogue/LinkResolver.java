package org.relais.catalogue;

/**
 * Follows merges: an item, name or clinician that was merged into another one is still named by older records, and on the
 * wire the current one is written.
 */
@FunctionalInterface
public interface LinkResolver {

    /** Knows no merges. */
    LinkResolver NONE = (table, id) -> id;

    /**
     * The id that stands for a record today.
     *
     * @param table {@code item}, {@code name} or {@code clinician}
     * @param id the id as a record names it, never null
     * @return the id of the record it was merged into, over any number of merges; {@code id} itself when it was not merged
     */
    String current(String table, String id);
}
