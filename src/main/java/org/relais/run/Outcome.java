package org.relais.run;

import org.relais.vocabulary.Keyed;

/** How a run ended, or that it goes on. */
public enum Outcome implements Keyed {
    RUNNING,
    SUCCEEDED,
    /** One central server's leg failed, the other's went through. */
    PARTIAL,
    FAILED,
    CANCELLED,
    /** Cut by a restart of the process. */
    INTERRUPTED;
}
