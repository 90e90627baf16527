package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;

/** How soon to try again. */
class LineTroubleTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    @Test
    void thePauseDoublesUpToTheIntervalAndInAFirstSynchronisationToFiveMinutes() {
        assertThat(pauses(RunPlan.USUAL))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 1800L, 1800L);
        for (RunPlan whole : new RunPlan[] {RunPlan.FIRST, RunPlan.RESTORED}) {
            assertThat(pauses(whole)).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L, 300L, 300L);
        }
    }

    @Test
    void aRunThatGotFurtherBeginsAnew() {
        List<Run> runs = new ArrayList<>(lost(RunPlan.USUAL, 6));
        runs.addFirst(run(RunPlan.USUAL, FailureCode.TIMEOUT, 40L));

        assertThat(LineTrouble.of(runs, FIRST, INTERVAL).pause()).hasSeconds(5);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONNECTION", "TIMEOUT"})
    void whatIsNoLostLineDoesNotHurry(FailureCode code) {
        assertThat(LineTrouble.of(List.of(run(RunPlan.USUAL, code, 0L)), FIRST, INTERVAL)
                        .present())
                .isFalse();
    }

    @Test
    void whatSucceededDoesNotHurry() {
        assertThat(LineTrouble.of(List.of(), FIRST, INTERVAL).present()).isFalse();
        List<Run> runs = new ArrayList<>(lost(RunPlan.USUAL, 2));
        runs.addFirst(run(RunPlan.USUAL, null, 0L));
        assertThat(LineTrouble.of(runs, FIRST, INTERVAL).present()).isFalse();
    }

    private static List<Long> pauses(RunPlan plan) {
        return IntStream.rangeClosed(1, 11)
                .mapToObj(count -> LineTrouble.of(lost(plan, count), FIRST, INTERVAL)
                        .pause()
                        .toSeconds())
                .toList();
    }

    private static List<Run> lost(RunPlan plan, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> run(plan, FailureCode.CONNECTION, 0L))
                .toList();
    }

    private static Run run(RunPlan plan, FailureCode code, long done) {
        Instant at = Instant.EPOCH;
        Failure failure = code == null ? null : new Failure(code, CentralServer.LEGACY, "GET /sync/v5/site", "", at);
        RunStep step =
                new RunStep(SyncStep.PULL_CENTRAL, StepState.FAILED, null, done, null, null, at, at, failure, null);
        Outcome outcome = code == null ? Outcome.SUCCEEDED : Outcome.FAILED;
        return new Run(1, plan, Trigger.SCHEDULE, null, at, at, outcome, List.of(step), failure, null);
    }
}
