package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.central.Traffic;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;

/** Which steps the page shows after a run. */
class SyncStatusTest {

    /** How a run ended is shown until the next one; what is done once and for all gives way to what comes. */
    @ParameterizedTest
    @CsvSource({
        "FIRST, SUCCEEDED, PUSH_V6", "RESTORED, SUCCEEDED, PUSH_V6",
        "RESTORED, FAILED, PREPARE", "RESTORED, PARTIAL, PREPARE",
        "USUAL, FAILED, PUSH_V6"
    })
    void theFirstStepThatIsShown(RunPlan plan, Outcome outcome, SyncStep first) {
        List<RunStep> steps = plan.steps().stream().map(RunStep::pending).toList();
        Run run = new Run(
                1, plan, Trigger.RECOVERY, null, Instant.EPOCH, Instant.EPOCH, outcome, steps, null, Traffic.NONE);
        SyncStatus status =
                new SyncStatus(true, Instant.EPOCH, false, 0, null, null, run, null, Instant.EPOCH, SetAsideTotal.NONE);

        assertThat(status.steps().getFirst().step()).isEqualTo(first);
    }
}
