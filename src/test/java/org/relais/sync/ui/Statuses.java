package org.relais.sync.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.sync.Failure;
import org.relais.sync.Outcome;
import org.relais.sync.RunStatus;
import org.relais.sync.StepState;
import org.relais.sync.StepStatus;
import org.relais.sync.SyncStatus;
import org.relais.sync.SyncStep;
import org.relais.sync.Trigger;

/** Statuses as the engine publishes them, at a fixed moment. */
final class Statuses {

    static final Instant NOW = Instant.parse("2026-03-14T13:56:00Z");
    private static final Instant ENDED = NOW.minus(Duration.ofMinutes(2));

    private Statuses() {}

    static StepStatus step(SyncStep step, StepState state) {
        return new StepStatus(step, state, null, null, null, null, null, null);
    }

    static StepStatus counted(SyncStep step, StepState state, long done, long total, Long sent) {
        return new StepStatus(step, state, total, done, sent, null, null, null);
    }

    static StepStatus failed(SyncStep step, Failure failure) {
        return new StepStatus(step, StepState.FAILED, null, null, null, null, null, failure);
    }

    static Failure failure(FailureCode code, CentralServer server) {
        return new Failure(code, server, "GET /sync/v5/site", "401 site_incorrect_password: no", ENDED);
    }

    static RunStatus ended(long id, Outcome outcome, Failure error, StepStatus... steps) {
        return endedAt(id, ENDED, outcome, error, steps);
    }

    static RunStatus endedAt(long id, Instant end, Outcome outcome, Failure error, StepStatus... steps) {
        return new RunStatus(id, Trigger.SCHEDULE, null, end.minusSeconds(125), end, outcome, List.of(steps), error);
    }

    static RunStatus going(long id, StepStatus... steps) {
        return new RunStatus(
                id, Trigger.PERSON, "admin", NOW.minusSeconds(3), null, Outcome.RUNNING, List.of(steps), null);
    }

    static RunStatus succeeded(long id) {
        return ended(
                id,
                Outcome.SUCCEEDED,
                null,
                counted(SyncStep.PUSH_V6, StepState.DONE, 4, 4, 1L),
                counted(SyncStep.PUSH, StepState.DONE, 4, 4, 3L),
                step(SyncStep.PULL_CENTRAL, StepState.DONE),
                step(SyncStep.PULL_REMOTE, StepState.DONE),
                step(SyncStep.PULL_V6, StepState.DONE),
                step(SyncStep.INTEGRATE, StepState.DONE));
    }

    /** A site that works: the next run in four minutes. */
    static SyncStatus status(long pending, RunStatus current, RunStatus last, RunStatus lastSuccess) {
        return new SyncStatus(true, true, false, pending, NOW.plus(Duration.ofMinutes(4)), current, last, lastSuccess);
    }

    static SyncStatus calm() {
        return status(0, null, succeeded(7), succeeded(7));
    }
}
