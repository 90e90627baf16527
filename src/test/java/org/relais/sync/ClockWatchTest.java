package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.testing.TestClock;

class ClockWatchTest {

    private static final Instant NOW = Instant.parse("2026-11-26T07:00:00Z");

    private final TestClock clock = new TestClock();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final QuartzClock quartz = mock();
    private Instant wall = NOW;

    private ClockWatch watch() {
        clock.stopAt(wall);
        return new ClockWatch(List.of(looks::incrementAndGet), quartz, clock, nanos::get);
    }

    private void pass(Duration real, Duration byTheClock) {
        nanos.addAndGet(real.toNanos());
        wall = wall.plus(byTheClock);
        clock.stopAt(wall);
    }

    @Test
    void looksOnceAMinuteWhileTheClockGoesAsItShould() {
        ClockWatch watch = watch();

        for (int second = 0; second < 119; second++) {
            pass(Duration.ofSeconds(1), Duration.ofMillis(1001));
            watch.tick();
        }

        assertThat(looks).hasValue(1);
        verifyNoInteractions(quartz);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT3S", "PT-3S", "PT-3M", "P3D", "P-3D", "P3650D", "P-3650D"})
    void looksAtOnceWhenTheClockIsSet(Duration by) {
        ClockWatch watch = watch();

        pass(Duration.ofSeconds(1), by.plusSeconds(1));
        watch.tick();
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        watch.tick();

        assertThat(looks).hasValue(1);
        verify(quartz, times(1)).wasSet();
    }

    @Test
    void aLookThatFailsKeepsNoOtherFromTakingPlace() {
        clock.stopAt(wall);
        ClockWatch watch = new ClockWatch(
                List.of(
                        () -> {
                            throw new IllegalStateException("no database");
                        },
                        looks::incrementAndGet),
                quartz,
                clock,
                nanos::get);

        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        watch.tick();

        assertThat(looks).hasValue(1);
    }
}
