package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Some hundred spoiled answers to every call of both protocols; {@code relais soak} gives thousands. */
class SpoiledAnswersTest {

    private static final long SEED = 2026;
    private static final int ANSWERS = 400;

    @Test
    void eachCallEndsAsASuccessOrWithACode() throws IOException {
        try (AnswerSoak soak = new AnswerSoak()) {
            assertThat(IntStream.rangeClosed(1, ANSWERS)
                            .mapToObj(number -> soak.play(SEED, number))
                            .flatMap(Optional::stream))
                    .isEmpty();
        }
    }
}
