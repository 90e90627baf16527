package org.relais.database;

import org.relais.vocabulary.Keyed;

/** Whether the database can be used, and if not, why: each has words of its own in the translations, {@code away.<key>.*}. */
public enum DatabaseCondition implements Keyed {
    /** It answers, and its disk has room. */
    ANSWERS,
    /** It is gone, is being started again, or does not answer in time. */
    DATABASE,
    /** The disk of the embedded server is full. */
    DISK_FULL,
    /** The disk of the embedded server cannot be written to. */
    DISK_NOT_WRITABLE
}
