package org.relais.doctor;

import org.relais.vocabulary.Keyed;

/** What is examined, in the order in which it is told. Titles stand in the translations under {@code doctor.check.<key>}. */
public enum CheckName implements Keyed {
    /** Whether the central server's name has an address. */
    NAME,
    /** Whether a connection to it can be opened. */
    TCP,
    /** Its certificate, and how long it holds. */
    CERTIFICATE,
    /** Who answers there: a proxy or the login page of a network may stand in between. */
    ANSWER,
    /** This machine's clock beside the central server's. */
    CLOCK,
    /** Whether the mSupply central server accepts this site. */
    LEGACY,
    /** Whether the Open mSupply central server does. */
    OPEN,
    /** How fast the line is. */
    SPEED,
    /** Whether the database answers. */
    DATABASE,
    /** What is left of the disk with the data. */
    DISK,
    /** Whether the data directory can be written to. */
    RIGHTS,
    /** What is left of the memory. */
    MEMORY,
    /** How old the newest proven backup is. */
    BACKUP,
    /** Whether this server is found under the address that phones are given. */
    PHONES
}
