package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingLogTest extends SensorSite {

    @Autowired
    private ReadingLog log;

    @Test
    void aReadingThatWasSentAgainCountsOnce() {
        Instant first = ago(60);
        reading(4.5, first, first.plusSeconds(7), ago(55), ago(55).plusSeconds(149));

        assertThat(times(all())).containsExactly(ago(55).plusSeconds(149), first.plusSeconds(7));
    }

    @Test
    void twoPhonesThatAreHalfAnIntervalApartAreOne() {
        reading(4.5, IntStream.range(0, 20).mapToObj(n -> ago(300 - 5L * n)).toArray(Instant[]::new));
        reading(
                4.5,
                IntStream.range(0, 20)
                        .mapToObj(n -> ago(300 - 5L * n).plusSeconds(149))
                        .toArray(Instant[]::new));

        assertThat(times(all())).hasSize(20);
    }

    @Test
    void pagesFollowEachOtherWithoutALossOrARepeat() {
        String other = newId();
        sensor(other, "Frigo 2");
        Instant[] times = IntStream.range(0, 40).mapToObj(n -> ago(5L * n)).toArray(Instant[]::new);
        reading(4.5, times);
        reading(other, 5.5, times);
        reading(
                4.5,
                IntStream.range(0, 40).mapToObj(n -> ago(5L * n).plusSeconds(9)).toArray(Instant[]::new));

        List<LoggedReading> paged = new ArrayList<>();
        LogPage page = log.page(all(), null, 7);
        paged.addAll(page.readings());
        while (page.older().isPresent()) {
            page = log.page(all(), page.older().get(), 7);
            paged.addAll(page.readings());
        }

        assertThat(paged).hasSize(80).doesNotHaveDuplicates();
        assertThat(paged).extracting(LoggedReading::takenAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void timesThatCannotBeRightAreFlagged() {
        reading(4.5, NOW.plus(Duration.ofDays(30)), ago(5), Instant.parse("1999-12-31T23:59:59Z"));

        assertThat(log.page(all(), null, 10).readings())
                .extracting(LoggedReading::doubt)
                .containsExactly(LoggedReading.Doubt.FUTURE, null, LoggedReading.Doubt.LONG_AGO);
    }

    @Test
    void theFilterNarrowsBySensorPlaceAndDays() {
        reading(4.5, ago(120));
        standsAt(location("F1"));
        reading(4.6, ago(60));
        String other = newId();
        sensor(other, "Frigo 2");
        reading(other, 5.5, ago(30));

        String place = jdbc.sql("select location_id from sensor where id = ?")
                .param(sensor)
                .query(String.class)
                .single();
        assertThat(times(new LogQuery(store, Set.of(other), null, null, null))).containsExactly(ago(30));
        assertThat(times(new LogQuery(store, Set.of(), place, null, null))).containsExactly(ago(60));
        assertThat(times(new LogQuery(store, Set.of(), null, ago(60), ago(30)))).containsExactly(ago(60));
        assertThat(times(new LogQuery(newStore("Ailleurs"), Set.of(), null, null, null)))
                .isEmpty();
    }

    @Test
    void allOfThemAreHandedOverTheEarliestFirst() {
        reading(4.5, IntStream.range(0, 5200).mapToObj(n -> ago(5L * n)).toArray(Instant[]::new));
        reading(4.5, ago(10).plusSeconds(3));

        List<Instant> times = new ArrayList<>();
        log.each(all(), (of, reading) -> times.add(reading.takenAt()));

        assertThat(times).hasSize(5200).isSorted();
    }

    private LogQuery all() {
        return new LogQuery(store, Set.of(), null, null, null);
    }

    private List<Instant> times(LogQuery query) {
        return log.page(query, null, 50).readings().stream()
                .map(LoggedReading::takenAt)
                .toList();
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
