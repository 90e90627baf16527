package org.relais.sync.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.record.SetAsideTotal;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.sync.SyncStatus;

/** Statuses as the engine publishes them, at a fixed moment. */
final class Statuses {

    static final Instant NOW = Instant.parse("2026-03-14T13:56:00Z");
    private static final Instant ENDED = NOW.minus(Duration.ofMinutes(2));

    private Statuses() {}

    static RunStep step(SyncStep step, StepState state) {
        return new RunStep(step, state, null, null, null, null, null, null, null, null);
    }

    static RunStep counted(SyncStep step, StepState state, long done, long total, Long sent) {
        return new RunStep(step, state, total, done, sent, null, null, null, null, null);
    }

    /** Of so many records the last ones were set aside. */
    static RunStep integrated(long done, long setAside) {
        return new RunStep(SyncStep.INTEGRATE, StepState.DONE, done, done, null, setAside, null, null, null, null);
    }

    static RunStep failed(SyncStep step, Failure failure) {
        return new RunStep(step, StepState.FAILED, null, null, null, null, null, null, failure, null);
    }

    static Failure failure(FailureCode code, CentralServer server) {
        return new Failure(code, server, "GET /sync/v5/site", "401 site_incorrect_password: no", ENDED);
    }

    static Run ended(long id, Outcome outcome, Failure error, RunStep... steps) {
        return endedAt(id, ENDED, outcome, error, steps);
    }

    static Run endedAt(long id, Instant end, Outcome outcome, Failure error, RunStep... steps) {
        return new Run(
                id,
                RunPlan.USUAL,
                Trigger.SCHEDULE,
                null,
                end.minusSeconds(125),
                end,
                outcome,
                List.of(steps),
                error,
                null);
    }

    static Run of(RunPlan plan, Outcome outcome, Failure error, RunStep... steps) {
        return new Run(
                7, plan, Trigger.SETUP, null, ENDED.minusSeconds(125), ENDED, outcome, List.of(steps), error, null);
    }

    static Run going(long id, RunStep... steps) {
        return new Run(
                id,
                RunPlan.USUAL,
                Trigger.PERSON,
                "admin",
                NOW.minusSeconds(3),
                null,
                Outcome.RUNNING,
                List.of(steps),
                null,
                null);
    }

    static Run succeeded(long id) {
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
    static SyncStatus status(long pending, Run current, Run last, Run lastSuccess) {
        return new SyncStatus(
                true,
                NOW.minus(Duration.ofDays(9)),
                false,
                pending,
                NOW.plus(Duration.ofMinutes(4)),
                current,
                last,
                lastSuccess,
                lastSuccess == null ? null : lastSuccess.finishedAt(),
                SetAsideTotal.NONE);
    }

    /** The same with so many records set aside. */
    static SyncStatus withSetAside(SyncStatus status, SetAsideTotal setAside) {
        return of(status, status.paused(), setAside);
    }

    /** The same while the schedule is switched off. */
    static SyncStatus paused(SyncStatus status) {
        return of(status, true, status.setAside());
    }

    private static SyncStatus of(SyncStatus status, boolean paused, SetAsideTotal setAside) {
        return new SyncStatus(
                status.configured(),
                status.initialisedAt(),
                paused,
                status.pending(),
                paused ? null : status.nextRunAt(),
                status.current(),
                status.last(),
                status.lastSuccess(),
                status.freshSince(),
                setAside);
    }

    static SyncStatus calm() {
        return status(0, null, succeeded(7), succeeded(7));
    }
}
