package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private static final Instant NOW = Instant.parse("2026-03-14T13:56:00Z");

    private static Phrases in(String tag) {
        return new Phrases(new Translations(), Locale.forLanguageTag(tag), ZoneId.of("Africa/Brazzaville"));
    }

    /** CLDR's spaces that do not break, as plain ones. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PT125S    | fr | 2 min 5 s
                    PT125S    | es | 2 min 5 s
                    PT125S    | en | 2 min 5 sec
                    PT0.42S   | fr | 0,4 s
                    PT41.9S   | fr | 41 s
                    PT2M      | fr | 2 min
                    PT1H5M30S | fr | 1 h 5 min
                    PT50H     | es | 2 d 2 h
                    PT-3S     | en | 0 sec
                    """)
    void saysDurationsInAtMostTwoUnits(Duration duration, String language, String words) {
        assertThat(plain(in(language).duration(duration))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-03-14T13:54:00Z | fr | il y a 2 minutes
                    2026-03-14T13:54:00Z | es | hace 2 minutos
                    2026-03-14T13:54:00Z | en | 2 minutes ago
                    2026-03-14T13:55:30Z | fr | à l’instant
                    2026-03-14T13:56:30Z | fr | dans un instant
                    2026-03-14T10:00:00Z | fr | il y a 3 heures
                    2026-03-11T13:00:00Z | es | hace 3 días
                    2026-03-14T14:01:00Z | fr | dans 5 minutes
                    2026-03-14T14:57:00Z | es | dentro de 1 hora
                    """)
    void saysHowFarAMomentIs(Instant moment, String language, String words) {
        assertThat(plain(in(language).relative(moment, NOW))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-03-14T13:54:00Z | fr | aujourd’hui à 14:54
                    2026-03-13T13:54:00Z | fr | hier à 14:54
                    2026-03-15T00:10:00Z | es | mañana a la 1:10
                    2026-03-14T13:54:00Z | es | hoy a las 14:54
                    2026-03-14T13:54:00Z | en | today at 2:54 PM
                    2026-01-03T13:54:00Z | fr | 3 janvier à 14:54
                    2026-03-14T13:54:00Z | en-GB | today at 14:54
                    2026-03-01T13:54:00Z | fr | 1er mars à 14:54
                    2025-12-01T13:54:00Z | fr-CA | 1er décembre 2025 à 14 h 54
                    2026-03-01T13:54:00Z | es | 1 de marzo a las 14:54
                    2026-01-03T13:54:00Z | en-GB | 3 January at 14:54
                    2026-01-03T13:54:00Z | en-US | January 3 at 2:54 PM
                    2026-03-14T13:54:00Z | fr-CA | aujourd’hui à 14 h 54
                    2026-03-14T12:10:00Z | es-MX | hoy a la 1:10 p.m.
                    2026-03-14T13:54:00Z | es-419 | hoy a las 2:54 p.m.
                    2025-12-31T13:54:00Z | es | 31 de diciembre de 2025 a las 14:54
                    """)
    void saysMomentsAsPeopleDo(Instant moment, String language, String words) {
        assertThat(plain(in(language).moment(moment, NOW))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr    | 14 mars 2026, 14:54     | -4,50
                    es    | 14 mar 2026, 14:54      | -4,50
                    en    | Mar 14, 2026, 2:54 PM   | -4.50
                    fr-CA | 14 mars 2026, 14 h 54   | -4,50
                    """)
    void writesWhatTitlesShow(String language, String moment, String number) {
        assertThat(plain(in(language).dated(Instant.parse("2026-03-14T13:54:00Z"))))
                .isEqualTo(moment);
        assertThat(plain(in(language).decimal(new BigDecimal("-4.50")))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | 1er nov.  | 1er novembre   | 1er nov. 2026
                    es | 1 nov     | 1 de noviembre | 1 nov 2026
                    en | Nov 1     | November 1     | Nov 1, 2026
                    """)
    void namesTheFirstDayOfAMonthAsTheLanguageDoes(String language, String day, String whole, String dated) {
        LocalDate first = LocalDate.of(2026, 11, 1);
        assertThat(plain(in(language).day(first))).isEqualTo(day);
        assertThat(plain(in(language).wholeDay(first))).isEqualTo(whole);
        assertThat(plain(in(language).datedDay(first))).isEqualTo(dated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "en"})
    void keepsANumberAndItsUnitOnOneLine(String language) {
        assertThat(in(language).duration(Duration.ofMinutes(69))).doesNotContain(" ");
        assertThat(in(language).bytes(1_400_000)).doesNotContain(" ");
    }

    @Test
    void groupsNumbersAsTheLanguageDoes() {
        assertThat(plain(in("fr").number(25_480))).isEqualTo("25 480");
        assertThat(in("es").number(25_480)).isEqualTo("25.480");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 0          | 0 bytes
            en | 999        | 999 bytes
            es | 555        | 555 bytes
            fr | 1          | 1 octet
            fr | 960        | 960 octets
            en | 1400       | 1.4 kB
            fr | 12400      | 12 ko
            fr | 1400000    | 1,4 Mo
            es | 52300000   | 52 MB
            es | 3400000000 | 3,4 GB
            """)
    void saysAmountsOfData(String language, long bytes, String words) {
        assertThat(plain(in(language).bytes(bytes))).isEqualTo(words);
    }
}
