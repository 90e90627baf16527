package org.relais.database;

import java.util.Locale;

/** Whether the database can be used, and if not, why: each has words of its own in the translations, {@code away.<key>.*}. */
public enum DatabaseCondition {
    /** It answers, and its disk has room. */
    ANSWERS,
    /** It is gone, is being started again, or does not answer in time. */
    DATABASE,
    /** The disk of the embedded server is full. */
    DISK_FULL,
    /** The disk of the embedded server cannot be written to. */
    DISK_NOT_WRITABLE;

    /** The word in the HTTP interface and in the keys of the translations. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
