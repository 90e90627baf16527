package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report makes of readings. */
class ReportMakerTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Brazzaville");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant MIDNIGHT = FIRST.atStartOfDay(ZONE).toInstant();
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final List<LastReading> readings = new ArrayList<>();

    /** A reading every ten minutes. */
    private void steady(Duration from, Duration to, String degrees) {
        for (Duration at = from; at.compareTo(to) < 0; at = at.plus(INTERVAL)) {
            readings.add(new LastReading(new BigDecimal(degrees), MIDNIGHT.plus(at)));
        }
    }

    private List<ReportDay> days(int count, Instant... breaches) {
        Instant until = MIDNIGHT.plus(Duration.ofDays(count)).minusNanos(1);
        return new ReportMaker(FIRST, until, ZONE, INTERVAL.multipliedBy(3), 2, 8).days(readings, List.of(breaches));
    }

    @Test
    void aQuietDayIsKnownWholeAndWithoutAlarm() {
        steady(Duration.ZERO, Duration.ofDays(1), "4.5");

        ReportDay day = days(1).getFirst();

        assertThat(day.readings()).isEqualTo(144);
        assertThat(day.minimum()).isEqualTo(4.5);
        assertThat(day.maximum()).isEqualTo(4.5);
        assertThat(day.mean()).isEqualTo(4.5);
        assertThat(day.missing()).isLessThan(Duration.ofSeconds(1));
        assertThat(day.alarming()).isFalse();
    }

    @Test
    void theHeatAlarmGoesOffAfterTenHoursWithoutABreakOnTheDayWhenTheyAreOver() {
        steady(Duration.ZERO, Duration.ofHours(18), "4");
        steady(Duration.ofHours(18), Duration.ofHours(28), "8.1");
        steady(Duration.ofHours(28), Duration.ofHours(48), "4");

        List<ReportDay> days = days(2);

        assertThat(days).extracting(ReportDay::hotAlarm).containsExactly(false, true);
        assertThat(days).extracting(ReportDay::above).containsExactly(Duration.ofHours(6), Duration.ofHours(4));
    }

    @Test
    void tenHoursWithABreakAreNoAlarm() {
        steady(Duration.ZERO, Duration.ofHours(6), "9");
        steady(Duration.ofHours(6), Duration.ofHours(6).plus(INTERVAL), "8");
        steady(Duration.ofHours(6).plus(INTERVAL), Duration.ofHours(12), "9");

        assertThat(days(1).getFirst().hotAlarm()).isFalse();
    }

    @Test
    void theFrostAlarmGoesOffAfterAnHourAtHalfADegreeBelowZero() {
        steady(Duration.ZERO, Duration.ofHours(1), "-0.4");
        steady(Duration.ofHours(1), Duration.ofHours(2), "-0.5");
        steady(Duration.ofHours(2), Duration.ofHours(24), "4");

        ReportDay day = days(1).getFirst();

        assertThat(day.coldAlarm()).isTrue();
        assertThat(day.below()).isEqualTo(Duration.ofHours(2));
        assertThat(day.minimum()).isEqualTo(-0.5);
    }

    @Test
    void whatNobodyMeasuredIsMissingAndEndsAnAlarmThatWasComing() {
        steady(Duration.ZERO, Duration.ofHours(6), "9");
        steady(Duration.ofHours(10), Duration.ofHours(16), "9");

        ReportDay day = days(1).getFirst();

        assertThat(day.hotAlarm()).isFalse();
        // The last reading before the gap holds for as long as a sensor may be silent, so does the last one of the day.
        assertThat(day.missing()).isBetween(Duration.ofMinutes(11 * 60 + 19), Duration.ofMinutes(11 * 60 + 21));
    }

    @Test
    void aDayWithoutAReadingHasNoTemperaturesAndABreachIsCountedWhereItBegan() {
        steady(Duration.ofDays(1), Duration.ofDays(2), "4");

        List<ReportDay> days = days(2, MIDNIGHT.plus(Duration.ofHours(30)));

        assertThat(days.getFirst()).satisfies(day -> {
            assertThat(day.minimum()).isNull();
            assertThat(day.mean()).isNull();
            assertThat(day.missing()).isEqualTo(Duration.ofDays(1));
        });
        assertThat(days).extracting(ReportDay::breaches).containsExactly(0, 1);
    }
}
