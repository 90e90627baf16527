package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relais.record.SetAsideTotal;
import org.relais.record.StoreComparison;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;

class HereAlreadyTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final StoreComparison records = mock();
    private final HereAlready here = new HereAlready(records);

    @Test
    void whatEarlierRunsBroughtCountsAndWhatTheServersHaveStillIsAdded() {
        when(records.announced()).thenReturn(8_410L);

        assertThat(here.of(over(RunPlan.FIRST, Outcome.FAILED, step(StepState.DONE, 300L, 300L, null), cut())))
                .hasValue(new HereAlready.Share(8_410, 12_520, false));
        assertThat(here.of(over(RunPlan.RESTORED, Outcome.PARTIAL, cut(), step(StepState.SKIPPED, null, null, null))))
                .hasValue(new HereAlready.Share(8_410, 12_520, true));
    }

    @Test
    void whileARunGoesOnItIsSaidOnlyWhileThatWaitsForTheLine() {
        when(records.announced()).thenReturn(10L);

        assertThat(here.of(going(step(StepState.ACTIVE, 7L, 5L, null)))).isEmpty();
        assertThat(here.of(going(step(StepState.ACTIVE, 7L, 5L, NOW)))).hasValue(new HereAlready.Share(10, 12, false));
    }

    @Test
    void nothingIsSaidOnceItIsWholeNorOfUsualRunsNorBeforeAnythingCame() {
        assertThat(here.of(over(RunPlan.FIRST, Outcome.FAILED, cut()))).isEmpty();
        when(records.announced()).thenReturn(10L);

        assertThat(here.of(over(RunPlan.FIRST, Outcome.SUCCEEDED, cut()))).isEmpty();
        assertThat(here.of(over(RunPlan.USUAL, Outcome.FAILED, cut()))).isEmpty();
        assertThat(here.of(status(null, null))).isEqualTo(Optional.empty());
    }

    private static RunStep cut() {
        return step(StepState.FAILED, 5_000L, 890L, null);
    }

    private static RunStep step(StepState state, Long total, Long done, Instant waitingSince) {
        return new RunStep(SyncStep.PULL_CENTRAL, state, total, done, null, null, NOW, null, null, waitingSince);
    }

    private static SyncStatus over(RunPlan plan, Outcome outcome, RunStep... steps) {
        return status(null, run(plan, outcome, NOW, steps));
    }

    private static SyncStatus going(RunStep... steps) {
        return status(run(RunPlan.FIRST, Outcome.RUNNING, null, steps), null);
    }

    private static Run run(RunPlan plan, Outcome outcome, Instant end, RunStep... steps) {
        return new Run(1, plan, Trigger.SETUP, null, NOW, end, outcome, Arrays.asList(steps), null, null);
    }

    private static SyncStatus status(Run current, Run last) {
        return new SyncStatus(true, null, false, 0, NOW, current, last, null, null, SetAsideTotal.NONE);
    }
}
