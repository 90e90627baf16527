package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text becomes in a language. */
class TranslatedTextTest {

    private final Translations translations = new Translations();

    @Test
    void offersEveryLanguageThatHasAFileEnglishFirst() {
        assertThat(translations.getProvidedLocales())
                .containsExactly(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH);
    }

    @Test
    void formatsPluralsAsTheLanguageHasThem() {
        assertThat(translations.getTranslation("records.count", Locale.FRENCH, 0))
                .isEqualTo("0 enregistrement");
        assertThat(translations.getTranslation("records.count", Locale.FRENCH, 2))
                .isEqualTo("2 enregistrements");
        assertThat(translations.getTranslation("records.count", Locale.ENGLISH, 0))
                .isEqualTo("0 records");
    }

    @Test
    void saysNothingToSendInsteadOfCountingNothing() {
        assertThat(translations.getTranslation("sync.pending.label", Locale.FRENCH, 0))
                .isEqualTo("Rien à envoyer");
        assertThat(translations.getTranslation("sync.pending.label", Locale.FRENCH, 1))
                .isEqualTo("enregistrement en attente d’envoi");
        assertThat(translations.getTranslation("sync.pending.label", Locale.forLanguageTag("es"), 0))
                .isEqualTo("Nada pendiente de envío");
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-CO", "es-MX", "es-US"})
    void anAbbreviationAtTheEndOfASentenceBringsItsFullStop(String region) {
        Phrases phrases = new Phrases(translations, Locale.forLanguageTag(region), ZoneOffset.UTC);
        Instant afternoon = Instant.parse("2026-03-14T15:22:00Z");
        assertThat(phrases.text("sameness.at", phrases.moment(afternoon, afternoon)))
                .endsWith("m.")
                .doesNotContain("..");
    }

    @Test
    void fallsBackFromARegionToItsLanguageAndFromAnUnknownLanguageToEnglish() {
        assertThat(translations.getTranslation("menu.home", Locale.CANADA_FRENCH))
                .isEqualTo("Accueil");
        assertThat(translations.getTranslation("menu.home", Locale.JAPANESE)).isEqualTo("Home");
    }
}
