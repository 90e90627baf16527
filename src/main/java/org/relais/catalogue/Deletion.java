package org.relais.catalogue;

/** What a pulled delete does to a record of a type. */
public enum Deletion {
    /** The record is gone. */
    HARD,
    /** The record is kept and no longer in use; the next upsert brings it back. */
    SOFT,
    /** The network does not allow it: an error. */
    REFUSED,
    /** No central server sends it for this type, and no meaning is known. */
    UNSUPPORTED
}
