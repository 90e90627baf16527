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
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;

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

    @Test
    void whatARunIntegratedSetAsideAndLeftAddsUpToWhatItReceived() {
        Run all = run(step(PULL_REMOTE, 27L, null), integrate(27L, 15L));
        assertThat(all.integrated()).isEqualTo(12);
        assertThat(all.setAside()).isEqualTo(15);
        assertThat(all.left()).isZero();

        Run cut = run(step(PULL_REMOTE, 500L, null), integrate(200L, 0L));
        assertThat(cut.integrated()).isEqualTo(200);
        assertThat(cut.left()).isEqualTo(300);
        assertThat(run(step(PULL_REMOTE, 500L, null)).left()).isEqualTo(500);
    }

    @Test
    void aRunOfAnEarlierVersionDoesNotSayWhatItLeft() {
        assertThat(run(step(PULL_REMOTE, 27L, null), integrate(16L, null)).left())
                .isZero();
    }

    @Test
    void aServerAnsweredWhereAStepOfItsOwnIsDoneOrWasRefusedByIt() {
        Failure lost = failure(FailureCode.CONNECTION, CentralServer.LEGACY);
        Failure refused = failure(FailureCode.SERVER_ERROR, CentralServer.OPEN);

        assertThat(run(failed(PUSH, lost)).answered(CentralServer.LEGACY)).isFalse();
        assertThat(run(failed(PUSH, lost)).answered(CentralServer.OPEN)).isFalse();
        assertThat(run(failed(PUSH_V6, refused), failed(PUSH, lost)).answered(CentralServer.OPEN))
                .isTrue();
        assertThat(run(step(PULL_V6, 0L, null)).answered(CentralServer.OPEN)).isTrue();
        assertThat(run(step(PUSH_V6, 0L, 0L)).answered(CentralServer.OPEN))
                .as("a push of nothing makes no call")
                .isFalse();
    }

    @Test
    void tellsEachFailureOnceAndTheOneThatStandsForItFirst() {
        Failure legacy = failure(FailureCode.CONNECTION, CentralServer.LEGACY);
        Failure open = failure(FailureCode.TIMEOUT, CentralServer.OPEN);

        assertThat(run(failed(PUSH_V6, open), failed(PUSH, legacy), failed(PULL_V6, open))
                        .withError(legacy)
                        .failures())
                .containsExactly(legacy, open);
    }

    private static Failure failure(FailureCode code, CentralServer server) {
        return new Failure(code, server, null, "", Instant.EPOCH);
    }

    private static RunStep failed(SyncStep step, Failure failure) {
        return new RunStep(step, StepState.FAILED, null, null, null, null, Instant.EPOCH, Instant.EPOCH, failure, null);
    }

    private static RunStep integrate(Long done, Long setAside) {
        return new RunStep(
                INTEGRATE, StepState.DONE, done, done, null, setAside, Instant.EPOCH, Instant.EPOCH, null, null);
    }

    private static RunStep step(SyncStep step, Long done, Long sent) {
        return new RunStep(step, StepState.DONE, done, done, sent, null, Instant.EPOCH, Instant.EPOCH, null, null);
    }

    private static Run run(RunStep... steps) {
        return new Run(
                1,
                RunPlan.USUAL,
                Trigger.PERSON,
                null,
                Instant.EPOCH,
                null,
                Outcome.RUNNING,
                List.of(steps),
                null,
                null);
    }
}
