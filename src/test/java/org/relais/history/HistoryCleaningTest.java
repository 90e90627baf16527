package org.relais.history;

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
import org.relais.run.DayOfRuns;
import org.relais.run.RunDays;
import org.relais.settings.Settings;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking back at runs, and letting go of old ones. */
class HistoryCleaningTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");
    private static final ZoneId BRAZZAVILLE = ZoneId.of("Africa/Brazzaville");

    private final Settings settings = mock();
    private JdbcClient jdbc;
    private RunDays history;

    @BeforeEach
    void noRuns() {
        jdbc = JdbcClient.create(db.dataSource());
        jdbc.sql("delete from sync_run").update();
        history = new RunDays(null, jdbc);
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

        assertThat(ids()).containsExactly(going, last, success);
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
        assertThat(ids()).hasSize(1202);

        when(settings.find(HistoryLength.NAME)).thenReturn(Optional.of("2"));
        cleaning().clean();
        assertThat(ids()).containsExactly(success, atTheEdge);
    }

    private HistoryCleaning cleaning() {
        return new HistoryCleaning(null, new HistoryLength(settings), jdbc, null, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The runs that are kept, the newest first. */
    private List<Long> ids() {
        return jdbc.sql("select id from sync_run order by id desc")
                .query(Long.class)
                .list();
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
