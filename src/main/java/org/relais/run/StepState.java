package org.relais.run;

import java.util.Locale;

/** How far a step of a run is. */
public enum StepState {
    PENDING,
    ACTIVE,
    DONE,
    FAILED,
    SKIPPED;

    /** The state's mark on the page, in the HTTP interface and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
