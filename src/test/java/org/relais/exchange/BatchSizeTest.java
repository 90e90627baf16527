package org.relais.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private final BatchSize batch = new BatchSize();

    @Test
    void growsWhileFullBatchesTakeWellUnderFiveSeconds() {
        assertThat(batch.size()).isEqualTo(500);
        batch.took(500, Duration.ofMillis(2_400));
        assertThat(batch.size()).isEqualTo(1_000);
        for (int i = 0; i < 10; i++) {
            batch.took(batch.size(), Duration.ofMillis(100));
        }
        assertThat(batch.size()).isEqualTo(BatchSize.LARGEST).isEqualTo(5_000);
    }

    @Test
    void staysWhenItTakesNearlyFiveSecondsOrWasNotFull() {
        batch.took(500, Duration.ofSeconds(4));
        batch.took(499, Duration.ofMillis(1));
        batch.took(0, Duration.ZERO);
        assertThat(batch.size()).isEqualTo(500);
    }

    @Test
    void shrinksWhenItTakesLongerOrFails() {
        batch.took(3, Duration.ofMillis(5_001));
        assertThat(batch.size()).isEqualTo(250);
        batch.failed();
        assertThat(batch.size()).isEqualTo(125);
        for (int i = 0; i < 10; i++) {
            batch.failed();
        }
        assertThat(batch.size()).isEqualTo(BatchSize.SMALLEST).isEqualTo(10);
    }
}
