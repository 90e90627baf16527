package org.relais.run;

import java.util.List;
import java.util.Locale;

/** The steps of a run, in the order in which they are taken. */
public enum SyncStep {
    PREPARE,
    PUSH_V6,
    PUSH,
    PULL_CENTRAL,
    PULL_REMOTE,
    PULL_V6,
    INTEGRATE;

    private static final List<SyncStep> FIRST_RUN = List.of(PREPARE, PULL_CENTRAL, PULL_REMOTE, PULL_V6, INTEGRATE);

    private static final List<SyncStep> LATER_RUN =
            List.of(PUSH_V6, PUSH, PULL_CENTRAL, PULL_REMOTE, PULL_V6, INTEGRATE);

    /**
     * The steps of a run in their order (protocol.md section 6): a first synchronisation is prepared and pushes nothing.
     *
     * @param initialised whether the first synchronisation was completed before the run
     */
    public static List<SyncStep> ofRun(boolean initialised) {
        return initialised ? LATER_RUN : FIRST_RUN;
    }

    /** Whether it fetches records from a central server. */
    public boolean fetches() {
        return this == PULL_CENTRAL || this == PULL_REMOTE || this == PULL_V6;
    }

    /** Whether it sends changes to a central server. */
    public boolean sends() {
        return this == PUSH_V6 || this == PUSH;
    }

    /** The step's mark on the page, in the HTTP interface, in translations' keys and in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
