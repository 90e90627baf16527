package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How much time runs witness, whatever the machine's clock said at times. */
class WitnessedTimeTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Of runs at most three days apart, some while the clock was ten years ahead or behind, none counts as older than it is. */
    @Property
    void aClockThatWasWrongForAWhileMakesNothingOlder(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 72) Integer> hoursApart,
            @ForAll @IntRange(min = 0, max = 59) int wrongFrom,
            @ForAll @IntRange(min = 0, max = 20) int wrongRuns,
            @ForAll boolean ahead,
            @ForAll boolean stillWrong) {
        Duration error = Duration.ofDays(ahead ? 3650 : -3650);
        List<Instant> starts = new ArrayList<>();
        Instant real = BEGIN;
        for (int i = 0; i < hoursApart.size(); i++) {
            real = real.plus(Duration.ofHours(hoursApart.get(i)));
            boolean wrong = i >= wrongFrom && i < wrongFrom + wrongRuns;
            starts.add(wrong ? real.plus(error) : real);
        }
        WitnessedTime time = new WitnessedTime(stillWrong ? real.plus(error) : real);

        Duration passed = Duration.ZERO;
        for (Instant start : starts.reversed()) {
            passed = time.since(start);
        }

        assertThat(passed)
                .isLessThanOrEqualTo(Duration.between(BEGIN.plus(Duration.ofHours(hoursApart.getFirst())), real));
        assertThat(passed)
                .isGreaterThanOrEqualTo(Duration.between(BEGIN.plus(Duration.ofHours(hoursApart.getFirst())), real)
                        .minus(Duration.ofHours(72 * 4)));
    }

    @Test
    void aSeasonWithoutPowerIsBelieved() {
        WitnessedTime time = new WitnessedTime(BEGIN.plus(Duration.ofDays(100)));

        assertThat(time.since(BEGIN)).isEqualTo(Duration.ofDays(100));
    }
}
