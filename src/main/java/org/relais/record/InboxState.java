package org.relais.record;

/** Where a record of the inbox stands. The names are those of the column {@code inbox.state}. */
enum InboxState {
    /** To be integrated. */
    NEW,
    /** Refers to a record that is not there; retried by itself when it is. */
    WAITING,
    /** Does not fit its type. */
    BROKEN,
    /** Of a table that this version does not know. */
    UNKNOWN_TYPE,
    /** Asks for something that its type does not allow, such as a delete. */
    REFUSED
}
