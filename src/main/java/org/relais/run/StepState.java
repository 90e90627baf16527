package org.relais.run;

import org.relais.vocabulary.Keyed;

/** How far a step of a run is. */
public enum StepState implements Keyed {
    PENDING,
    ACTIVE,
    DONE,
    FAILED,
    SKIPPED;
}
