package org.relais.administration.ui;

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

/** First runs as the set-up page is told of them. */
final class FirstRuns {

    static final Instant NOW = Instant.parse("2026-03-14T13:56:00Z");

    private FirstRuns() {}

    static SyncStatus going(boolean initialised, Run current, Run last) {
        return new SyncStatus(
                true,
                initialised ? NOW : null,
                true,
                0,
                null,
                current,
                last,
                initialised ? last : null,
                null,
                SetAsideTotal.NONE);
    }

    static Run run(Outcome outcome, Failure error, RunStep... steps) {
        return new Run(
                3,
                RunPlan.FIRST,
                Trigger.SETUP,
                null,
                NOW.minusSeconds(60),
                outcome == Outcome.RUNNING ? null : NOW,
                outcome,
                List.of(steps),
                error,
                null);
    }

    /** One that fetched so many of so many records, and then lost the line. */
    static Run lostTheLineAfter(long done, long total) {
        Failure lost = new Failure(FailureCode.CONNECTION, CentralServer.LEGACY, "GET /sync/v5/site", "cut", NOW);
        return run(
                Outcome.FAILED,
                lost,
                new RunStep(SyncStep.PULL_CENTRAL, StepState.FAILED, total, done, null, null, NOW, NOW, lost, null));
    }

    static RunStep step(SyncStep step, StepState state, Failure error) {
        return new RunStep(step, state, null, null, null, null, null, null, error, null);
    }
}
