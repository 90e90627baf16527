package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.run.Runs;
import org.relais.site.Site;
import org.relais.testing.TestClock;

/** How old the last success is, when the clock was wrong at times. */
class LastSuccessTest {

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");
    private static final Instant IN_TEN_YEARS = NOW.plus(Duration.ofDays(3650));
    private static final BadgeThresholds USUAL = BadgeThresholds.USUAL;

    private final Runs runs = mock();
    private final Site site = mock();
    private final TestClock clock = new TestClock();
    private final LastSuccess lastSuccess = new LastSuccess(runs, site, clock);

    @BeforeEach
    void now() {
        clock.stopAt(NOW);
        when(site.settings()).thenReturn(Optional.empty());
        when(runs.success()).thenReturn(Optional.empty());
    }

    private Freshness freshness() {
        return Freshness.of(lastSuccess.since(), USUAL, clock.instant());
    }

    private void success(Instant at) {
        when(runs.success()).thenReturn(Optional.of(new Runs.Success(7, at)));
    }

    @Test
    void itCountsFromItsEnd() {
        success(NOW.minus(Duration.ofDays(2)));

        assertThat(lastSuccess.since()).isEqualTo(NOW.minus(Duration.ofDays(2)));
        assertThat(freshness()).isEqualTo(Freshness.LATE);
    }

    @Test
    void oneInTheFutureIsNoAlarmAtFirstAndNotFreshForEver() {
        success(IN_TEN_YEARS);
        when(runs.firstStartAfter(7, NOW)).thenReturn(Optional.empty());
        assertThat(freshness()).isEqualTo(Freshness.FRESH);

        clock.stopAt(NOW.plus(Duration.ofDays(2)));
        assertThat(freshness()).isEqualTo(Freshness.LATE);
        clock.stopAt(NOW.plus(Duration.ofDays(4)));
        assertThat(freshness()).isEqualTo(Freshness.OVERDUE);
    }

    /** Also after a restart: the runs that failed since then are in the database. */
    @Test
    void oneInTheFutureIsAtLeastAsOldAsTheFirstRunAfterIt() {
        success(IN_TEN_YEARS);
        when(runs.firstStartAfter(7, NOW)).thenReturn(Optional.of(NOW.minus(Duration.ofDays(5))));

        assertThat(freshness()).isEqualTo(Freshness.OVERDUE);
    }

    @Test
    void twoMachinesThatDifferByLessThanAMinuteAreOfOneMind() {
        success(NOW.plusSeconds(30));

        assertThat(lastSuccess.since()).isEqualTo(NOW.plusSeconds(30));
        assertThat(freshness()).isEqualTo(Freshness.FRESH);
    }

    @Test
    void whereNothingSucceededNothingCouldBecomeOld() {
        assertThat(lastSuccess.since()).isNull();
        assertThat(freshness()).isEqualTo(Freshness.FRESH);
    }
}
