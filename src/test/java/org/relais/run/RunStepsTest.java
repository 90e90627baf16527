package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.run.SyncStep.INTEGRATE;
import static org.relais.run.SyncStep.PREPARE;
import static org.relais.run.SyncStep.PULL_CENTRAL;
import static org.relais.run.SyncStep.PULL_REMOTE;
import static org.relais.run.SyncStep.PULL_V6;
import static org.relais.run.SyncStep.PUSH;
import static org.relais.run.SyncStep.PUSH_V6;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which steps a run has, and what it brought by all of them together. */
class RunStepsTest {

    @Test
    void aFirstRunIsPreparedAndPushesNothing() {
        assertThat(RunPlan.FIRST.steps()).containsExactly(PREPARE, PULL_CENTRAL, PULL_REMOTE, PULL_V6, INTEGRATE);
    }

    @Test
    void aLaterRunSendsBeforeItFetches() {
        assertThat(RunPlan.USUAL.steps()).containsExactly(PUSH_V6, PUSH, PULL_CENTRAL, PULL_REMOTE, PULL_V6, INTEGRATE);
    }

    @Test
    void aStepSendsOrFetchesOrDoesNeither() {
        assertThat(Stream.of(SyncStep.values()).filter(SyncStep::sends)).containsExactly(PUSH_V6, PUSH);
        assertThat(Stream.of(SyncStep.values()).filter(SyncStep::fetches))
                .containsExactly(PULL_CENTRAL, PULL_REMOTE, PULL_V6);
    }

    @Test
    void aRunCountsWhatItSentAndFetchedAndNotWhatItIntegrated() {
        Run run = run(
                step(PUSH_V6, 9L, 2L),
                step(PUSH, 8L, 5L),
                step(PULL_CENTRAL, 300L, null),
                step(PULL_V6, 40L, null),
                step(INTEGRATE, 340L, null));

        assertThat(run.sent()).isEqualTo(7);
        assertThat(run.received()).isEqualTo(340);
    }

    @Test
    void stepsThatHaveNotBegunCountNothing() {
        Run run = run(RunStep.pending(PUSH), RunStep.pending(PULL_REMOTE));

        assertThat(run.sent()).isZero();
        assertThat(run.received()).isZero();
    }

    private static RunStep step(SyncStep step, Long done, Long sent) {
        return new RunStep(step, StepState.DONE, done, done, sent, Instant.EPOCH, Instant.EPOCH, null);
    }

    private static Run run(RunStep... steps) {
        return new Run(
                1, RunPlan.USUAL, Trigger.PERSON, null, Instant.EPOCH, null, Outcome.RUNNING, List.of(steps), null);
    }
}
