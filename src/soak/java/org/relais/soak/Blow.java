package org.relais.soak;

/** What a site is hit by. */
enum Blow {
    /** {@code kill -9} of the program. */
    PROGRAM,
    /** {@code kill -9} of the program and its database. */
    BOTH,
    /** {@code kill -9} of the database; the program has to see to it. */
    DATABASE,
    /** The database says nothing for some seconds. */
    SILENT_DATABASE,
    /** The machine loses its power: what was not written to the disk is gone. */
    POWER,
    /** Nothing goes on the disk any more for some seconds. */
    FULL_DISK
}
