package org.relais.run;

import java.util.List;
import org.relais.vocabulary.Keyed;

/** What a run is to do; kept with it, so that whoever takes it up again knows. */
public enum RunPlan implements Keyed {
    /** A first synchronisation: prepared by the central server, and pushes nothing (protocol.md section 6). */
    FIRST(SyncStep.PREPARE, SyncStep.PULL_CENTRAL, SyncStep.PULL_REMOTE, SyncStep.PULL_V6, SyncStep.INTEGRATE),
    /**
     * That of a site which was restored from a backup: the central server queues everything once more, and what waited in the
     * backup is sent when it is known what the servers have by now.
     */
    RESTORED(
            SyncStep.PREPARE,
            SyncStep.PULL_CENTRAL,
            SyncStep.PULL_REMOTE,
            SyncStep.PULL_V6,
            SyncStep.INTEGRATE,
            SyncStep.PUSH_V6,
            SyncStep.PUSH),
    /** Every later one: what changed here goes out, what changed there comes in. */
    USUAL(
            SyncStep.PUSH_V6,
            SyncStep.PUSH,
            SyncStep.PULL_CENTRAL,
            SyncStep.PULL_REMOTE,
            SyncStep.PULL_V6,
            SyncStep.INTEGRATE);

    private final List<SyncStep> steps;

    RunPlan(SyncStep... steps) {
        this.steps = List.of(steps);
    }

    /**
     * What a site needs next.
     *
     * @param initialised whether its first synchronisation was completed
     * @param restored whether it was restored and has not fetched everything anew since
     */
    public static RunPlan next(boolean initialised, boolean restored) {
        if (!initialised) {
            return FIRST;
        }
        return restored ? RESTORED : USUAL;
    }

    /** Its steps, in the order in which they are taken. */
    public List<SyncStep> steps() {
        return steps;
    }
}
