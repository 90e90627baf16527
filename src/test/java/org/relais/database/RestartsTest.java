package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relais.database.DataDisk.Condition;

class RestartsTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Restarts restarts = new Restarts();

    @Test
    void aServerThatHadBeenSoundIsStartedAtOnceHoweverOftenThatHappens() {
        for (int i = 0; i < 100; i++) {
            assertThat(restarts.after(A_DAY, Condition.FINE)).contains(Duration.ZERO);
        }
    }

    @Test
    void oneThatKeepsDyingIsStartedAfterGrowingPausesAndThenGivenUp() {
        List<Duration> pauses = new ArrayList<>();
        for (Optional<Duration> pause = restarts.after(A_MOMENT, Condition.FINE);
                pause.isPresent();
                pause = restarts.after(A_MOMENT, Condition.FINE)) {
            pauses.add(pause.get());
        }

        assertThat(pauses).isSorted().hasSizeBetween(5, 10).startsWith(Duration.ZERO);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(A_MOMENT, Duration.ofMinutes(5));
    }

    @Test
    void whileTheDiskIsTheReasonItIsNeverGivenUp() {
        for (int i = 0; i < 1000; i++) {
            assertThat(restarts.after(A_MOMENT, i % 2 == 0 ? Condition.FULL : Condition.NOT_WRITABLE))
                    .hasValueSatisfying(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        }
        restarts.forget();
        assertThat(restarts.after(A_MOMENT, Condition.FINE)).contains(Duration.ZERO);
    }
}
