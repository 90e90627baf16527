package org.relais.catalogue;

/** What another text than the listed ones means for an enum. */
enum Others {
    /** It is a mistake. */
    REFUSED,
    /** It is taken as it is. */
    TAKEN,
    /** It means none. */
    UNSET
}
