package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** What a step tells while it works; null stands for what it does not know. */
class StepProgressTest {

    private final RunLog log = mock(RunLog.class);
    private final InOrder told = inOrder(log);

    @Test
    void countsWhatWasReceivedAndLearnsTheTotalFromWhatIsToCome() {
        var progress = new StepProgress(SyncStep.PULL_REMOTE, log);

        progress.received(500, 1_200);
        progress.received(500, 750);
        progress.received(700, 0);

        told.verify(log).progress(SyncStep.PULL_REMOTE, 1_700L, 500L, null, null);
        told.verify(log).progress(SyncStep.PULL_REMOTE, 1_750L, 1_000L, null, null);
        told.verify(log).progress(SyncStep.PULL_REMOTE, 1_700L, 1_700L, null, null);
        assertThat(progress.done()).isEqualTo(1_700);
    }

    @Test
    void countsWhatWasSentAmongWhatWasProcessed() {
        var progress = new StepProgress(SyncStep.PUSH, log);

        progress.total(7);
        progress.processed(4, 3);
        progress.processed(2, 0);

        told.verify(log).progress(SyncStep.PUSH, 7L, 0L, null, null);
        told.verify(log).progress(SyncStep.PUSH, 7L, 4L, 3L, null);
        told.verify(log).progress(SyncStep.PUSH, 7L, 6L, 3L, null);
    }

    @Test
    void raisesTheTotalWhenMoreWasProcessedThanWasKnownOf() {
        var progress = new StepProgress(SyncStep.PUSH_V6, log);

        progress.processed(2, 2);
        progress.total(3);
        progress.processed(3, 1);

        told.verify(log).progress(SyncStep.PUSH_V6, 2L, 2L, 2L, null);
        told.verify(log).progress(SyncStep.PUSH_V6, 3L, 2L, 2L, null);
        told.verify(log).progress(SyncStep.PUSH_V6, 5L, 5L, 3L, null);
    }

    @Test
    void tellsHowFarItIsWithoutATotal() {
        var progress = new StepProgress(SyncStep.INTEGRATE, log);

        progress.done(42);

        told.verify(log).progress(SyncStep.INTEGRATE, null, 42L, null, null);
        assertThat(progress.done()).isEqualTo(42);
    }
}
