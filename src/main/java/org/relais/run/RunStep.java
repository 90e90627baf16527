package org.relais.run;

import java.time.Instant;

/**
 * One step of a run.
 *
 * @param step which
 * @param state how far it is
 * @param total how many records or changes it has to process, or null while that is unknown
 * @param done how many of them it has processed, or null before it began
 * @param sent how many changes a push step has sent to its server, null for the other steps
 * @param setAside how many records the run has set aside instead of taking them in, null for all steps but Integrate
 * @param startedAt null before it began
 * @param finishedAt null until it ended
 * @param error why it failed, or null
 * @param waitingSince since when it waits for a line that dropped, or null
 */
public record RunStep(
        SyncStep step,
        StepState state,
        Long total,
        Long done,
        Long sent,
        Long setAside,
        Instant startedAt,
        Instant finishedAt,
        Failure error,
        Instant waitingSince) {

    /** A step that has not begun. */
    public static RunStep pending(SyncStep step) {
        return new RunStep(step, StepState.PENDING, null, null, null, null, null, null, null, null);
    }

    /** The step as it begins. */
    RunStep begun(Instant at) {
        return new RunStep(step, StepState.ACTIVE, null, 0L, null, null, at, null, null, null);
    }

    /** Whether it did not fail by itself: a person or a restart ended it. */
    public boolean stopped() {
        return state == StepState.FAILED && error != null && error.stopped();
    }

    /** How it stands, as a key of the pages' words: its state, or that it was cancelled or interrupted. */
    public String standing() {
        return stopped() ? error.code().key() : state.key();
    }

    /** The step as it waits for the line from a moment on. */
    RunStep waiting(Instant since) {
        return new RunStep(step, state, total, done, sent, setAside, startedAt, finishedAt, error, since);
    }

    /** The step, moved on; it waits no more. */
    RunStep with(Long newTotal, Long newDone, Long newSent, Long newSetAside) {
        return new RunStep(step, state, newTotal, newDone, newSent, newSetAside, startedAt, finishedAt, error, null);
    }

    /** The step as it ends; one that never began has no end either. */
    RunStep ended(StepState how, Instant at, Failure why) {
        return new RunStep(step, how, total, done, sent, setAside, startedAt, startedAt == null ? null : at, why, null);
    }
}
