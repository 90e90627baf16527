package org.relais.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some of the schedules that {@code relais soak} plays by the thousand: of one seed, and none of those that kill. */
class SoakTest {

    private static final long SEED = 2026;
    private static final int SCHEDULES = 5;

    private static LineSoak soak;

    @BeforeAll
    static void start() {
        soak = new LineSoak();
    }

    @AfterAll
    static void stop() {
        soak.close();
    }

    static IntStream numbers() {
        return IntStream.rangeClosed(1, SCHEDULES);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void nothingIsLostAndNothingIsLeftOpen(int number) {
        Verdict verdict = soak.play((Schedule) new Schedules(SEED).day(number));

        assertThat(verdict.wrong()).as(verdict.day().told()).isEmpty();
    }

    @Test
    void theSameNumberMakesTheSameSchedule() {
        assertThat(new Schedules(SEED).day(7)).isEqualTo(new Schedules(SEED).day(7));
        assertThat(new Schedules(SEED).day(10))
                .isEqualTo(new Schedules(SEED).day(10))
                .isInstanceOf(DeadlySchedule.class);
    }
}
