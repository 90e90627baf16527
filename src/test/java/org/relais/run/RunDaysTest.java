package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looking back at runs day by day. */
class RunDaysTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final ZoneId BRAZZAVILLE = ZoneId.of("Africa/Brazzaville");

    private RunRows rows;
    private RunDays history;

    @BeforeEach
    void noRuns() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        rows = new RunRows(jdbc);
        rows.forget();
        history = new RunDays(jdbc);
    }

    @Test
    void daysAreSummedUpAsTheReadersZoneHasThem() {
        // In Brazzaville the day begins an hour before it does in UTC.
        rows.run("2026-11-24T22:59:59.999999Z", "failed", "schedule", 1, 10);
        rows.run("2026-11-24T23:00:00Z", "succeeded", "schedule", 2, 20);
        rows.run("2026-11-25T22:59:59Z", "partial", "schedule", 3, 30);
        rows.run("2026-11-25T23:00:00Z", "cancelled", "person", 0, 5);

        List<DayOfRuns> days = history.days(LocalDate.of(2026, 11, 26), 3, BRAZZAVILLE);

        assertThat(days)
                .containsExactly(
                        new DayOfRuns(LocalDate.of(2026, 11, 24), 1, 0, 0, 1, 1, 10, 0, Duration.ofSeconds(60)),
                        new DayOfRuns(LocalDate.of(2026, 11, 25), 2, 1, 1, 0, 5, 50, 0, Duration.ofSeconds(60)),
                        new DayOfRuns(LocalDate.of(2026, 11, 26), 1, 0, 0, 0, 0, 5, 0, Duration.ofSeconds(60)));
    }

    @Test
    void aDayOfTwentyFiveHoursIsOneDay() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        rows.run("2026-10-24T21:59:59Z", "succeeded", "schedule", 0, 0);
        rows.run("2026-10-24T22:00:00Z", "succeeded", "schedule", 0, 0);
        rows.run("2026-10-25T22:59:59Z", "succeeded", "schedule", 0, 0);
        rows.run("2026-10-25T23:00:00Z", "succeeded", "schedule", 0, 0);

        assertThat(history.days(LocalDate.of(2026, 10, 26), 4, paris))
                .extracting(DayOfRuns::runs)
                .containsExactly(0L, 1L, 2L, 1L);
    }

    @Test
    void theRunThatGoesOnCountsAmongTheRunsOfItsDay() {
        rows.run("2026-11-26T06:59:00Z", "running", "person", 0, 7);

        assertThat(history.days(LocalDate.of(2026, 11, 26), 1, BRAZZAVILLE))
                .containsExactly(new DayOfRuns(LocalDate.of(2026, 11, 26), 1, 0, 0, 0, 0, 7, 0, null));
    }
}
