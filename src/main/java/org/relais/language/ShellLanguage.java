package org.relais.language;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of whoever asks at a shell. Java's own idea of the language comes from locales that are installed, and a small server
 * has none; what the shell was told stands in its variables all the same.
 */
public final class ShellLanguage {

    /** The first that says something counts. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private ShellLanguage() {}

    /**
     * Phrases in the language that the variables name, else in English.
     *
     * @param environment the process's variables
     */
    public static Phrases of(Map<String, String> environment) {
        Translations translations = new Translations();
        Languages offered = new Languages(translations);
        Locale chosen = VARIABLES.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(ShellLanguage::locale)
                .flatMap(locale -> offered.best(List.of(locale)))
                .orElse(Locale.ENGLISH);
        return new Phrases(translations, chosen, ZoneId.systemDefault());
    }

    /** {@code fr_CA.UTF-8} is Canadian French, {@code C} is nothing in particular. */
    private static Locale locale(String value) {
        return Locale.forLanguageTag(value.replaceFirst("[.@].*", "").replace('_', '-'));
    }
}
