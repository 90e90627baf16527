package org.relais.run.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;

/** How fast a step goes and how long it still takes. */
class PaceTest {

    private long nanos;
    private final Pace pace = new Pace(() -> nanos);

    @Test
    void saysNothingBeforeItHasSeenTheStepForAWhile() {
        see(0, 1_000L);
        assertThat(pace.perSecond()).isEmpty();
        pass(Duration.ofMillis(500));
        see(200, 1_000L);
        assertThat(pace.perSecond()).isEmpty();
        assertThat(pace.left(step(200, 1_000L))).isEmpty();
    }

    @Test
    void tellsTheRateAndWhatIsLeft() {
        see(0, 12_520L);
        pass(Duration.ofSeconds(10));
        see(2_100, 12_520L);

        assertThat(pace.perSecond()).hasValue(210);
        assertThat(pace.left(step(2_100, 12_520L)).orElseThrow())
                .isBetween(Duration.ofSeconds(49), Duration.ofSeconds(50));
    }

    @Test
    void goesByWhatItHasSeenLately() {
        see(0, 100_000L);
        pass(Duration.ofSeconds(60));
        see(60_000, 100_000L);
        for (int i = 1; i <= 30; i++) {
            pass(Duration.ofSeconds(1));
            see(60_000 + 10L * i, 100_000L);
        }

        assertThat(pace.perSecond().orElseThrow()).isBetween(9.0, 11.0);
    }

    @Test
    void anotherStepBeginsAnew() {
        see(0, 500L);
        pass(Duration.ofSeconds(5));
        see(500, 500L);
        pace.see(1, new RunStep(SyncStep.PULL_V6, StepState.ACTIVE, 40L, 0L, null, null, null, null, null, null));

        assertThat(pace.perSecond()).isEmpty();
    }

    @Test
    void whatHasNoTotalHasNoEnd() {
        see(0, null);
        pass(Duration.ofSeconds(5));
        see(500, null);

        assertThat(pace.perSecond()).hasValue(100);
        assertThat(pace.left(step(500, null))).isEmpty();
    }

    private void see(long done, Long total) {
        pace.see(1, step(done, total));
    }

    private static RunStep step(long done, Long total) {
        return new RunStep(SyncStep.PULL_CENTRAL, StepState.ACTIVE, total, done, null, null, null, null, null, null);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
