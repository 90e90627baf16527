package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Days of a zone, whatever its clocks do. */
class DaysTest {

    private static final int MONTH = 30;

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2015-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2035-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    /** What began before the next day begins is of the day that the calendar of the zone says. */
    @Property(tries = 2000)
    void everyMomentFallsIntoItsOwnDay(@ForAll("moments") Instant moment, @ForAll("zones") ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        Days days = new Days(day.minusDays(MONTH / 2), MONTH, zone);

        List<Instant> starts = days.starts();
        int index =
                (int) starts.stream().filter(start -> !start.isAfter(moment)).count() - 1;

        assertThat(days.day(index)).isEqualTo(day);
        assertThat(starts).isSorted();
        assertThat(days.end()).isAfter(starts.getLast());
    }

    @Example
    void aDayThatAZoneLeftOutHasNoTime() {
        // Samoa went from the 29th straight to the 31st.
        Days days = new Days(LocalDate.of(2011, 12, 29), 3, ZoneId.of("Pacific/Apia"));

        assertThat(days.starts())
                .containsExactly(
                        Instant.parse("2011-12-29T10:00:00Z"),
                        Instant.parse("2011-12-30T10:00:00Z"),
                        Instant.parse("2011-12-30T10:00:00Z"));
    }
}
