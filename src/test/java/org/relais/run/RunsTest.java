package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs as they are kept. */
class RunsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");

    private static Repositories repositories;
    private static Runs runs;

    private RunRows rows;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(db, Clock.fixed(NOW, ZoneOffset.UTC), Runs.class);
        runs = repositories.bean(Runs.class);
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    @BeforeEach
    void noRuns() {
        rows = new RunRows(JdbcClient.create(db.dataSource()));
        rows.forget();
    }

    @Test
    void pagesAreFilteredNewestFirst() {
        long first = rows.run("2026-11-25T10:00:00Z", "failed", "schedule", 0, 0);
        long second = rows.run("2026-11-25T11:00:00Z", "succeeded", "person", 0, 0);
        long third = rows.run("2026-11-25T12:00:00Z", "failed", "person", 0, 0);

        assertThat(ids(RunFilter.ALL, 0, 2)).containsExactly(third, second);
        assertThat(ids(RunFilter.ALL, 2, 2)).containsExactly(first);
        assertThat(ids(RunFilter.ALL.with(Outcome.FAILED), 0, 9)).containsExactly(third, first);
        assertThat(ids(RunFilter.ALL.with(Trigger.PERSON), 0, 9)).containsExactly(third, second);
        assertThat(ids(RunFilter.ALL.with(Outcome.FAILED).with(Trigger.PERSON), 0, 9))
                .containsExactly(third);
        assertThat(ids(RunFilter.ALL.on(LocalDate.of(2026, 11, 25), ZoneId.of("UTC+13")), 0, 9))
                .containsExactly(first);
        assertThat(runs.count(RunFilter.ALL)).isEqualTo(3);
        assertThat(runs.count(RunFilter.ALL.with(Outcome.FAILED).with(Trigger.API)))
                .isZero();
    }

    @Test
    void figuresOfARunAreKeptBesideIt() {
        Run asked = runs.request(Trigger.PERSON, "admin", RunPlan.USUAL);
        List<RunStep> steps = List.of(
                step(SyncStep.PUSH_V6, 4, 1L),
                step(SyncStep.PUSH, 4, 3L),
                step(SyncStep.PULL_CENTRAL, 100, null),
                step(SyncStep.PULL_REMOTE, 20, null),
                step(SyncStep.PULL_V6, 3, null),
                step(SyncStep.INTEGRATE, 123, null));
        runs.save(new Run(
                asked.id(),
                RunPlan.USUAL,
                asked.trigger(),
                "admin",
                asked.startedAt(),
                NOW,
                Outcome.SUCCEEDED,
                steps,
                null,
                null));

        assertThat(jdbc().sql("select sent from sync_run").query(Long.class).single())
                .isEqualTo(4);
        assertThat(jdbc().sql("select received from sync_run").query(Long.class).single())
                .isEqualTo(123);
        assertThat(runs.find(asked.id()).orElseThrow()).returns(4L, Run::sent).returns(123L, Run::received);
    }

    @Test
    void whatIsKeptOfARunIsWhatComesBack() {
        Run asked = runs.request(Trigger.API, "Awa", RunPlan.FIRST);
        assertThat(asked.steps()).extracting(RunStep::step).containsExactlyElementsOf(RunPlan.FIRST.steps());
        Run begun = runs.begin(asked.id(), "node-1");
        Failure failure = new Failure(FailureCode.TIMEOUT, CentralServer.OPEN, "GET /x", "d".repeat(20_000), NOW);
        RunStep failed =
                new RunStep(SyncStep.PULL_REMOTE, StepState.FAILED, null, 7L, null, null, NOW, NOW, failure, null);
        Run kept = begun.withSteps(step -> step.step() == SyncStep.PULL_REMOTE ? failed : step)
                .withError(failure);

        runs.save(kept);

        Run read = runs.find(asked.id()).orElseThrow();
        assertThat(read.error().detail()).hasSize(16_000);
        assertThat(read.withError(null).withSteps(RunsTest::withoutError))
                .isEqualTo(kept.withError(null).withSteps(RunsTest::withoutError));
        assertThat(read.steps().get(2).error().code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(runs.running()).contains(read);
    }

    @Test
    void aSecondRunCannotBeAskedForWhileOneIsUnderWay() {
        runs.request(Trigger.PERSON, null, RunPlan.USUAL);

        assertThatThrownBy(() -> runs.request(Trigger.API, null, RunPlan.USUAL))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(rows.ids()).hasSize(1);
    }

    @Test
    void aRunThatWasClosedBehindItsProcessIsLeftAsItIs() {
        Run begun = runs.begin(runs.request(Trigger.PERSON, null, RunPlan.USUAL).id(), "node-1");
        Run active = begun.withSteps(step -> step.step() == SyncStep.PUSH ? step.begun(NOW) : step);
        runs.save(active);

        assertThat(runs.close(begun.id(), "")).isTrue();
        runs.save(active.ended(Outcome.SUCCEEDED, NOW));

        Run closed = runs.find(begun.id()).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(closed.error().code()).isEqualTo(FailureCode.INTERRUPTED);
        assertThat(closed.steps())
                .extracting(RunStep::state)
                .containsExactly(
                        StepState.SKIPPED,
                        StepState.FAILED,
                        StepState.SKIPPED,
                        StepState.SKIPPED,
                        StepState.SKIPPED,
                        StepState.SKIPPED);
        assertThat(runs.close(begun.id(), "")).isFalse();
        assertThat(runs.requestCancel(begun.id())).isFalse();
    }

    @Test
    void aRunThatWasToBeCancelledIsClosedAsCancelled() {
        Run begun = runs.begin(runs.request(Trigger.PERSON, null, RunPlan.USUAL).id(), "node-1");
        runs.requestCancel(begun.id());

        runs.close(begun.id(), "");

        assertThat(runs.find(begun.id()).orElseThrow().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void oldRunsAreDeletedButNotTheOnesThatTheStatusSpeaksOf() {
        rows.run("2026-08-01T00:00:00Z", "succeeded");
        long success = rows.run("2026-08-02T00:00:00Z", "succeeded");
        rows.step(rows.run("2026-08-03T00:00:00Z", "failed"), 0, "push", "failed");
        long last = rows.run("2026-08-04T00:00:00Z", "failed");
        long going = rows.run("2026-08-05T00:00:00Z", "running");

        assertThat(runs.deleteOlderThan(Duration.ofDays(90))).isEqualTo(2);

        assertThat(rows.ids()).containsExactly(going, last, success);
        assertThat(jdbc().sql("select count(*) from sync_step")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void runsAreKeptForSoLong() {
        for (int i = 0; i < 1200; i++) {
            rows.run("2026-11-20T00:00:00Z", "succeeded");
        }
        long atTheEdge = rows.run("2026-11-24T07:00:00Z", "failed");
        long success = rows.run("2026-11-26T06:00:00Z", "succeeded");

        assertThat(runs.deleteOlderThan(Duration.ofDays(90))).isZero();
        assertThat(runs.deleteOlderThan(Duration.ofDays(2))).isEqualTo(1200);

        assertThat(rows.ids()).containsExactly(success, atTheEdge);
    }

    @Test
    void aClockThatIsTenYearsAheadDeletesNothing() {
        rows.run("2016-11-25T00:00:00Z", "succeeded");
        rows.run("2016-11-26T00:00:00Z", "failed");
        rows.run("2026-11-26T06:59:00Z", "succeeded");

        assertThat(runs.deleteOlderThan(Duration.ofDays(90))).isZero();
    }

    private static RunStep withoutError(RunStep step) {
        return step.error() == null ? step : step.ended(step.state(), step.finishedAt(), null);
    }

    private static JdbcClient jdbc() {
        return repositories.bean(JdbcClient.class);
    }

    private List<Long> ids(RunFilter filter, int offset, int limit) {
        return runs.page(filter, offset, limit).stream().map(Run::id).toList();
    }

    private static RunStep step(SyncStep step, long done, Long sent) {
        return new RunStep(step, StepState.DONE, done, done, sent, null, NOW, NOW, null, null);
    }
}
