package org.relais.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.relais.testing.StopWatch;

/** The clock is put forth and back by minutes, days and ten years, while the process runs and over its restarts. */
class SteadyTimeTest {

    private static final Instant RIGHT = Instant.parse("2026-11-28T08:00:00Z");

    private final StopWatch watch = new StopWatch();
    private Instant now = RIGHT;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Property
    void onlyAClockThatRanAnHourWithoutAJumpIsBelieved(@ForAll("days") List<Step> steps) {
        SteadyTime time = new SteadyTime(clock, watch);
        Duration undisturbed = Duration.ZERO;
        for (Step step : steps) {
            watch.pass(step.passes());
            now = now.plus(step.passes()).plus(step.jump());
            undisturbed = undisturbed.plus(step.passes());
            if (step.restart()) {
                time = new SteadyTime(clock, watch);
                undisturbed = Duration.ZERO;
            }
            if (!step.jump().isZero()) {
                undisturbed = Duration.ZERO;
            }
            if (undisturbed.compareTo(SteadyTime.LONG_ENOUGH) >= 0) {
                assertThat(time.now()).contains(now);
            } else {
                assertThat(time.now()).isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<Duration> passes =
                Arbitraries.of(Duration.ofMinutes(1), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofDays(3));
        Arbitrary<Duration> jumps = Arbitraries.of(
                        Duration.ofMinutes(5), Duration.ofHours(7), Duration.ofDays(40), Duration.ofDays(3_652))
                .flatMap(jump -> Arbitraries.of(Duration.ZERO, jump, jump.negated()));
        return Combinators.combine(passes, jumps, Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    record Step(Duration passes, Duration jump, boolean restart) {}
}
