package org.relais.run;

import java.util.Locale;

/** What started a run. */
public enum Trigger {
    SCHEDULE,
    PERSON,
    API,
    SETUP,
    RECOVERY;

    /** The trigger's word in the HTTP interface and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
