package org.relais.catalogue;

/** How a field is written where that differs from what its type does. */
enum Sending {
    /** As its type does; an object as {@link #ALWAYS}. */
    AS_TYPE,
    /** Not at all. */
    NEVER,
    /** A date as {@code YYYY-MM-DD}, without the midnight that the mSupply central server is used to. */
    DAY,
    /** A time of day with its fraction of a second, if it has one. */
    WITH_FRACTION,
    /** An object that is written even when all its parts are unset. */
    ALWAYS,
    /** An object that is written as null when all its parts are unset. */
    WHEN_SET
}
