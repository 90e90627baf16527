package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDurationTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Translations TRANSLATIONS = new Translations();

    private static Phrases in(Locale locale) {
        return new Phrases(TRANSLATIONS, locale, ZoneId.of("UTC"));
    }

    /** In every language that the pages are offered in, and in some that only need their file. */
    private static Locale language(int choice) {
        return Locale.forLanguageTag(
                new String[] {"en", "fr", "es", "pt", "ru", "id", "hi", "en-GB", "fr-CA", "es-419"}[choice]);
    }

    @Property(tries = 300)
    void whatAFieldShowsIsReadBackAsTheSame(
            @ForAll @LongRange(min = 0, max = 200_000_000) long seconds, @ForAll @IntRange(max = 9) int choice) {
        Duration duration = Duration.ofSeconds(seconds);

        assertThat(TypedDuration.read(in(language(choice)).wholeDuration(duration), language(choice), MINUTE))
                .hasValue(duration);
    }

    @Property(tries = 300)
    void whatIsShownElsewhereIsReadBackAsFarAsItIsShown(
            @ForAll @LongRange(min = 0, max = 80_000_000_000L) long millis, @ForAll @IntRange(max = 9) int choice) {
        Phrases phrases = in(language(choice));
        String shown = phrases.duration(Duration.ofMillis(millis));

        Duration read = TypedDuration.read(shown, language(choice), MINUTE).orElseThrow();

        assertThat(phrases.duration(read)).isEqualTo(shown);
        assertThat(read).isBetween(Duration.ZERO, Duration.ofMillis(millis + 50));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 minutes   | en | PT5M
            5m          | en | PT5M
            90 s        | en | PT90S
            1 hr, 5 min | en | PT65M
            1 Week      | en | PT168H
            1 h 30      | fr | PT90M
            1h30        | fr | PT90M
            1,5 h       | fr | PT90M
            2 jours     | fr | PT48H
            2 j         | fr | PT48H
            5m          | fr | PT5M
            1 día       | es | PT24H
            1 DIA       | es | PT24H
            1.5 horas   | es | PT90M
            2 d 12      | es | PT60H
            90 seg      | es | PT90S
            5m          | es | PT5M
            5           | es | PT5M
            300         | fr | PT5H
            2,5         | en | PT2M30S
            """)
    void readsWhatPeopleType(String text, String language, Duration duration) {
        assertThat(TypedDuration.read(text, Locale.forLanguageTag(language), MINUTE))
                .hasValue(duration);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''
            5 5
            minutes
            often
            -5 min
            5 min 1 h
            1 h 1 h
            5 fortnights
            1 x
            30 s 30
            1,2,3 h
            1.500 s
            1,500 h
            12.345 min
            1234567 h
            PT5M
            """)
    void refusesWhatSaysNoDuration(String text) {
        assertThat(TypedDuration.read(text, Locale.ENGLISH, MINUTE)).isEmpty();
    }
}
