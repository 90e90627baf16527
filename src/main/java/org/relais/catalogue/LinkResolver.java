package org.relais.catalogue;

/**
 * Follows merges: an item, name or clinician that was merged into another one is still named by older records, and on the
 * wire the current one is written.
 */
@FunctionalInterface
public interface LinkResolver {

    /** Knows no merges. */
    LinkResolver NONE = RecordKey::id;

    /**
     * The id that stands for a record today.
     *
     * @param named an item, a name or a clinician as a record names it
     * @return the id of the record it was merged into, over any number of merges; its own when it was not merged
     */
    String current(RecordKey named);
}
