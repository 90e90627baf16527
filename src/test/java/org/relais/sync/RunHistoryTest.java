package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.settings.Settings;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looking back at runs, and letting go of old ones. */
class RunHistoryTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");
    private static final ZoneId BRAZZAVILLE = ZoneId.of("Africa/Brazzaville");

    private final Settings settings = mock();
    private JdbcClient jdbc;
    private SyncRuns runs;
    private RunHistory history;

    @BeforeEach
    void noRuns() {
        jdbc = JdbcClient.create(db.dataSource());
        jdbc.sql("delete from sync_run").update();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        runs = new SyncRuns(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(db.dataSource())), clock, event -> {});
        history = new RunHistory(runs);
    }

    @Test
    void pagesAreFilteredNewestFirst() {
        long first = run("2026-11-25T10:00:00Z", "failed", "schedule", 0, 0);
        long second = run("2026-11-25T11:00:00Z", "succeeded", "person", 0, 0);
        long third = run("2026-11-25T12:00:00Z", "failed", "person", 0, 0);

        assertThat(ids(RunFilter.ALL, 0, 2)).containsExactly(third, second);
        assertThat(ids(RunFilter.ALL, 2, 2)).containsExactly(first);
        assertThat(ids(new RunFilter(Outcome.FAILED, null), 0, 9)).containsExactly(third, first);
        assertThat(ids(new RunFilter(null, Trigger.PERSON), 0, 9)).containsExactly(third, second);
        assertThat(ids(new RunFilter(Outcome.FAILED, Trigger.PERSON), 0, 9)).containsExactly(third);
        assertThat(history.count(RunFilter.ALL)).isEqualTo(3);
        assertThat(history.count(new RunFilter(Outcome.FAILED, Trigger.API))).isZero();
    }

    @Test
    void daysAreSummedUpAsTheReadersZoneHasThem() {
        // In Brazzaville the day begins an hour before it does in UTC.
        run("2026-11-24T22:59:59.999999Z", "failed", "schedule", 1, 10);
        run("2026-11-24T23:00:00Z", "succeeded", "schedule", 2, 20);
        run("2026-11-25T22:59:59Z", "partial", "schedule", 3, 30);
        run("2026-11-25T23:00:00Z", "cancelled", "person", 0, 5);

        List<DayOfRuns> days = history.days(LocalDate.of(2026, 11, 26), 3, BRAZZAVILLE);

        assertThat(days)
                .containsExactly(
                        new DayOfRuns(LocalDate.of(2026, 11, 24), 1, 0, 0, 1, 1, 10, Duration.ofSeconds(60)),
                        new DayOfRuns(LocalDate.of(2026, 11, 25), 2, 1, 1, 0, 5, 50, Duration.ofSeconds(60)),
                        new DayOfRuns(LocalDate.of(2026, 11, 26), 1, 0, 0, 0, 0, 5, Duration.ofSeconds(60)));
    }

    @Test
    void aDayOfTwentyFiveHoursIsOneDay() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        run("2026-10-24T21:59:59Z", "succeeded", "schedule", 0, 0);
        run("2026-10-24T22:00:00Z", "succeeded", "schedule", 0, 0);
        run("2026-10-25T22:59:59Z", "succeeded", "schedule", 0, 0);
        run("2026-10-25T23:00:00Z", "succeeded", "schedule", 0, 0);

        assertThat(history.days(LocalDate.of(2026, 10, 26), 4, paris))
                .extracting(DayOfRuns::runs)
                .containsExactly(0L, 1L, 2L, 1L);
    }

    @Test
    void theRunThatGoesOnCountsAmongTheRunsOfItsDay() {
        run("2026-11-26T06:59:00Z", "running", "person", 0, 7);

        assertThat(history.days(LocalDate.of(2026, 11, 26), 1, BRAZZAVILLE))
                .containsExactly(new DayOfRuns(LocalDate.of(2026, 11, 26), 1, 0, 0, 0, 0, 7, null));
    }

    @Test
    void figuresOfARunAreKeptBesideIt() {
        RunStatus asked = runs.request(Trigger.PERSON, "admin", SyncStep.ofRun(true));
        List<StepStatus> steps = List.of(
                step(SyncStep.PUSH_V6, 4, 1L),
                step(SyncStep.PUSH, 4, 3L),
                step(SyncStep.PULL_CENTRAL, 100, null),
                step(SyncStep.PULL_REMOTE, 20, null),
                step(SyncStep.PULL_V6, 3, null),
                step(SyncStep.INTEGRATE, 123, null));
        runs.save(
                asked,
                new RunStatus(
                        asked.id(), asked.trigger(), "admin", asked.startedAt(), NOW, Outcome.SUCCEEDED, steps, null));

        assertThat(history.days(LocalDate.of(2026, 11, 26), 1, BRAZZAVILLE).getFirst())
                .returns(4L, DayOfRuns::sent)
                .returns(123L, DayOfRuns::received);
        assertThat(history.page(RunFilter.ALL, 0, 1).getFirst())
                .returns(4L, RunStatus::sent)
                .returns(123L, RunStatus::received);
    }

    @Test
    void oldRunsAreDeletedButNotTheOnesThatTheStatusSpeaksOf() {
        run("2026-08-01T00:00:00Z", "succeeded", "schedule", 0, 0);
        long success = run("2026-08-02T00:00:00Z", "succeeded", "schedule", 0, 0);
        long oldFailure = run("2026-08-03T00:00:00Z", "failed", "schedule", 0, 0);
        jdbc.sql("insert into sync_step (run_id, position, step, state) values (?, 0, 'push', 'failed')")
                .param(oldFailure)
                .update();
        long last = run("2026-08-04T00:00:00Z", "failed", "schedule", 0, 0);
        long going = run("2026-08-05T00:00:00Z", "running", "person", 0, 0);

        cleaning().clean();

        assertThat(ids(RunFilter.ALL, 0, 9)).containsExactly(going, last, success);
        assertThat(jdbc.sql("select count(*) from sync_step").query(Long.class).single())
                .isZero();
    }

    @Test
    void runsAreKeptForTheDaysThatWereChosen() {
        for (int i = 0; i < 1200; i++) {
            run("2026-11-20T00:00:00Z", "succeeded", "schedule", 0, 0);
        }
        long atTheEdge = run("2026-11-24T07:00:00Z", "failed", "schedule", 0, 0);
        long success = run("2026-11-26T06:00:00Z", "succeeded", "schedule", 0, 0);

        cleaning().clean();
        assertThat(history.count(RunFilter.ALL)).isEqualTo(1202);

        when(settings.find(HistoryLength.NAME)).thenReturn(Optional.of("2"));
        cleaning().clean();
        assertThat(ids(RunFilter.ALL, 0, 9)).containsExactly(success, atTheEdge);
    }

    private HistoryCleaning cleaning() {
        return new HistoryCleaning(null, new HistoryLength(settings), runs, null, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<Long> ids(RunFilter filter, int offset, int limit) {
        return history.page(filter, offset, limit).stream().map(RunStatus::id).toList();
    }

    private static StepStatus step(SyncStep step, long done, Long sent) {
        return new StepStatus(step, StepState.DONE, done, done, sent, NOW, NOW, null);
    }

    /** A run of a minute. */
    private long run(String start, String outcome, String trigger, long sent, long received) {
        LocalDateTime began = LocalDateTime.ofInstant(Instant.parse(start), ZoneOffset.UTC);
        return jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at, sent, received)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        trigger,
                        began,
                        outcome.equals("running") ? null : began.plusMinutes(1),
                        outcome,
                        began,
                        sent,
                        received)
                .query(Long.class)
                .single();
    }
}
