package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsTest extends SensorSite {

    private static final LocalDate YESTERDAY =
            LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(1);

    @Autowired
    private Reports reports;

    @Test
    void readingsThatThreePhonesSentCountOnceForEachIntervalAndTheDayIsKnownWhole() {
        Instant midnight = YESTERDAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (long late : List.of(0L, 100L, 200L)) {
            reading(
                    4.5,
                    LongStream.range(0, 288)
                            .mapToObj(n -> midnight.plusSeconds(n * INTERVAL + late))
                            .toArray(Instant[]::new));
        }

        ReportDay day = reports.of(sensor, YESTERDAY, ZoneOffset.UTC)
                .orElseThrow()
                .days()
                .getLast();

        assertThat(day.day()).isEqualTo(YESTERDAY);
        assertThat(day.mean()).isEqualTo(4.5);
        assertThat(day.missing()).isLessThan(Duration.ofSeconds(1));
        // A phone that is two thirds of an interval late says something new now and then, never three times as much.
        assertThat(day.readings()).isBetween(288, 432);
    }

    @Test
    void aReportKnowsNothingBehindThisMoment() {
        reading(4.5, NOW.minus(Duration.ofMinutes(5)), NOW.plus(Duration.ofHours(2)));

        List<ReportDay> days = reports.of(sensor, LocalDate.ofInstant(NOW, ZoneOffset.UTC), ZoneOffset.UTC)
                .orElseThrow()
                .days();

        assertThat(days).hasSize(Reports.DAYS);
        assertThat(days.getLast().readings()).isEqualTo(1);
        assertThat(days.getLast().missing()).isEqualTo(Duration.ofHours(12).minusMinutes(5));
    }
}
