package org.relais.run;

import java.util.Locale;

/** How a run ended, or that it goes on. */
public enum Outcome {
    RUNNING,
    SUCCEEDED,
    /** One central server's leg failed, the other's went through. */
    PARTIAL,
    FAILED,
    CANCELLED,
    /** Cut by a restart of the process. */
    INTERRUPTED;

    /** The outcome's word in the HTTP interface and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
