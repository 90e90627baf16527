package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.testing.StopWatch;

class SlowDownTest {

    private final StopWatch time = new StopWatch();
    private final SlowDown slowDown = new SlowDown(time);

    @Test
    void firstFailuresAreFree() {
        fail(SlowDown.FREE_TRIES - 1, "admin", "10.0.0.1");

        assertThat(slowDown.admit("admin", "10.0.0.1")).isZero();
    }

    @Test
    void waitDoublesUpToItsLimit() {
        fail(SlowDown.FREE_TRIES, "admin", "10.0.0.1");
        assertThat(slowDown.admit("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(1));
        assertThat(slowDown.admit("admin", "10.0.0.1")).isZero();
        fail(1, "admin", "10.0.0.1");
        assertThat(slowDown.admit("admin", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));

        fail(20, "admin", "10.0.0.1");
        assertThat(slowDown.admit("admin", "10.0.0.1")).isEqualTo(SlowDown.LONGEST_WAIT);
    }

    @Test
    void onlyOneTryAtATimeGoesAheadOnceTheFreeOnesAreUsed() {
        fail(SlowDown.FREE_TRIES, "admin", "10.0.0.1");
        pass(Duration.ofSeconds(1));

        assertThat(slowDown.admit("admin", "10.0.0.1")).isZero();
        assertThat(slowDown.admit("admin", "10.0.0.1")).isPositive();
    }

    @Test
    void namesAreTheSameInAnyCase() {
        fail(SlowDown.FREE_TRIES, "ADMIN ", "10.0.0.1");

        assertThat(slowDown.admit("admin", "10.0.0.1")).isPositive();
    }

    @Test
    void failuresElsewhereLockNobodyOut() {
        fail(SlowDown.FREE_TRIES + 3, "admin", "10.0.0.1");

        assertThat(slowDown.admit("admin", "10.0.0.2")).isZero();
        assertThat(slowDown.admit("nurse", "10.0.0.1")).isZero();
    }

    @Test
    void manyNamesFromOneAddressAreSlowedDown() {
        IntStream.range(0, 4 * SlowDown.FREE_TRIES).forEach(i -> slowDown.failed("name" + i, "10.0.0.1"));

        assertThat(slowDown.admit("another", "10.0.0.1")).isPositive();
    }

    @Test
    void oneNameFromManyAddressesIsSlowedDown() {
        IntStream.range(0, 20 * SlowDown.FREE_TRIES).forEach(i -> slowDown.failed("admin", "10.0.1." + i));

        assertThat(slowDown.admit("admin", "10.0.0.9")).isPositive();
    }

    @Test
    void successForgets() {
        fail(SlowDown.FREE_TRIES - 1, "admin", "10.0.0.1");
        slowDown.succeeded("admin", "10.0.0.1");
        fail(SlowDown.FREE_TRIES - 1, "admin", "10.0.0.1");

        assertThat(slowDown.admit("admin", "10.0.0.1")).isZero();
    }

    @Test
    void quietTimeForgets() {
        fail(SlowDown.FREE_TRIES + 5, "admin", "10.0.0.1");
        pass(Duration.ofMinutes(16));
        fail(1, "admin", "10.0.0.1");

        assertThat(slowDown.admit("admin", "10.0.0.1")).isZero();
    }

    @Test
    void memoryIsBounded() {
        IntStream.range(0, 30_000).forEach(i -> slowDown.failed("x".repeat(500) + i, "10.1.0." + i));

        assertThat(slowDown.size()).isEqualTo(SlowDown.CAPACITY);
    }

    private void fail(int times, String account, String address) {
        IntStream.range(0, times).forEach(i -> slowDown.failed(account, address));
    }

    private void pass(Duration length) {
        time.pass(length);
    }
}
