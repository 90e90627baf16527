package org.relais.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.5     | 0.5
            0,5     | 0.5
            ,5      | 0.5
            -1,25   | -1.25
            −3      | -3
            007     | 7
            0,125   | 0.125
            1234,567 | 1234.567
            1,2500  | 1.25
            12.50   | 12.5
            ' 4 '   | 4
            """)
    void eitherKeyIsTheDecimalSign(String typed, BigDecimal number) {
        assertThat(TypedNumber.read(typed))
                .isInstanceOfSatisfying(TypedNumber.Known.class, known -> assertThat(known.value())
                        .isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1.500       | 1500 1.500
            1,500       | 1500 1.500
            -12,345     | -12345 -12.345
            1 500       | 1500
            1\u00a0500  | 1500
            1\u202f500,5 | 1500.5
            1.500,25    | 1500.25
            1,500.25    | 1500.25
            1'500       | 1500
            1.500.000   | 1500000
            """)
    void thousandsAreNotGuessedButSaidBack(String typed, String meant) {
        List<BigDecimal> numbers =
                Arrays.stream(meant.split(" ")).map(BigDecimal::new).toList();

        assertThat(TypedNumber.read(typed)).isEqualTo(new TypedNumber.Refused(numbers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,5,0", "1..5", "5,", "12 5", "1e3", "five", "-", ".", "1 2,5", "0x10", "1.50.0", "--1", "٣"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(TypedNumber.read(typed)).isEqualTo(new TypedNumber.Refused(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void nothingIsNoNumber(String typed) {
        assertThat(TypedNumber.read(typed)).isEqualTo(new TypedNumber.Nothing());
    }

    @Property
    void whatTheFieldShowsIsReadBackAsTheSame(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal number, @ForAll boolean comma) {
        DecimalField field = new DecimalField();
        field.speak(comma ? Locale.FRENCH : Locale.ENGLISH);
        field.fill(number);

        assertThat(field.read()).isInstanceOfSatisfying(TypedNumber.Known.class, known -> assertThat(known.value())
                .isEqualByComparingTo(number));
    }
}
