package org.relais.run;

import org.relais.vocabulary.Keyed;

/** What started a run. */
public enum Trigger implements Keyed {
    SCHEDULE,
    PERSON,
    API,
    SETUP,
    RECOVERY;
}
