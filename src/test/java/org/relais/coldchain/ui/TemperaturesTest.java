package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.testing.TestPhrases;

class TemperaturesTest {

    @ParameterizedTest
    @CsvSource({
        "fr, 5, '5,0', '5,0', '5'",
        "fr, -18.25, '−18,2', '−18,25', '−18,25'",
        "es, 8.35, '8,4', '8,35', '8,35'",
        "en, -0.04, '0.0', '−0.04', '−0.04'",
        "en, -0.004, '0.0', '0.0', '0'",
        "en, 12.345, '12.3', '12.34', '12.34'",
    })
    void aTemperatureIsWrittenAsTheLanguageDoesWithARealMinus(
            String language, BigDecimal temperature, String aligned, String measured, String exact) {
        Temperatures temperatures = new Temperatures(TestPhrases.in(language));

        assertThat(temperatures.aligned(temperature)).isEqualTo(aligned);
        assertThat(temperatures.measured(temperature)).isEqualTo(measured);
        assertThat(temperatures.exact(temperature)).isEqualTo(exact);
    }
}
