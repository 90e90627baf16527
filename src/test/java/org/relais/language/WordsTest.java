package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One word for one thing: {@code docs/words.md} is the list, and what it says is not said is on no page. */
class WordsTest {

    private enum Language {
        EN("translations.properties", "README.md"),
        FR("translations_fr.properties", "README.fr.md"),
        ES("translations_es.properties", "README.es.md");

        private final String bundle;
        private final String readme;

        Language(String bundle, String readme) {
            this.bundle = bundle;
            this.readme = readme;
        }

        private Map<String, String> texts() throws IOException {
            Properties properties = new Properties();
            try (Reader text = Files.newBufferedReader(Path.of("translations", bundle))) {
                properties.load(text);
            }
            Map<String, String> texts = new TreeMap<>();
            properties.forEach((key, text) -> texts.put((String) key, plain((String) text)));
            return texts;
        }

        /** What the README says in sentences: its commands, names and addresses belong to no language. */
        private String readme() throws IOException {
            String sentences = Files.readString(Path.of(readme))
                    .replaceAll("(?s)```.*?```", "")
                    .replaceAll("`[^`]*`", "")
                    .replaceAll("]\\([^)]*\\)", "]");
            return plain(sentences).replaceAll("\\s+", " ");
        }
    }

    /** One row of a table: the term in each language, and what is not said. */
    private record Term(List<String> said, String notSaid) {

        private String in(Language language) {
            return said.get(language.ordinal());
        }

        private Stream<Variant> variants(Language language) {
            return NOT_SAID.matcher(notSaid)
                    .results()
                    .filter(list -> list.group(1).equals(language.name().toLowerCase(Locale.ROOT)))
                    .flatMap(list -> EMPHASIS.matcher(list.group(2)).results())
                    .map(variant -> new Variant(variant.group(1), in(language)));
        }
    }

    private record Variant(String words, String instead) {

        private Pattern pattern() {
            boolean label = Character.isUpperCase(words.codePointAt(0));
            String literal = ENDING.matcher(words).replaceAll("\\\\E(?:$1)?\\\\Q");
            String whole = "\\Q" + literal + "\\E";
            return Pattern.compile(
                    label ? "^" + whole + "$" : "(?<![\\p{L}\\p{N}-])" + whole + "(?![\\p{L}\\p{N}-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        private boolean isIn(String text) {
            return pattern().matcher(text).find();
        }

        private String complaint(String where) {
            return where + " says \"" + words + "\" instead of \"" + instead + "\"";
        }
    }

    private static final Path LIST = Path.of("docs/words.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?! English |---)(.+)\\|$");
    private static final Pattern NOT_SAID = Pattern.compile("(en|fr|es) ((?:\\*[^*]+\\*(?:, )?)+)");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");
    private static final Pattern ENDING = Pattern.compile("\\((\\p{L}+)\\)");

    @ParameterizedTest
    @EnumSource
    void noPageSaysWhatIsNotSaid(Language language) throws IOException {
        List<String> complaints = new ArrayList<>();
        Map<String, String> texts = language.texts();
        for (Variant variant : variants(language)) {
            texts.forEach((key, text) -> {
                if (variant.isIn(text)) {
                    complaints.add(variant.complaint(key));
                }
            });
        }

        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noReadmeSaysWhatIsNotSaid(Language language) throws IOException {
        String readme = language.readme();

        assertThat(variants(language))
                .filteredOn(variant -> variant.isIn(readme))
                .extracting(variant -> variant.complaint(language.readme))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyTermIsSaidOnAPage(Language language) throws IOException {
        String said = String.join("\n", language.texts().values()).toLowerCase(Locale.ROOT);

        assertThat(terms()).extracting(term -> term.in(language)).allSatisfy(term -> assertThat(said)
                .contains(term.toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyCellOfTheLastColumnIsUnderstood() throws IOException {
        assertThat(terms()).hasSizeGreaterThan(40).allSatisfy(term -> assertThat(
                        NOT_SAID.matcher(term.notSaid()).replaceAll(""))
                .matches("[; ]*"));
    }

    @ParameterizedTest
    @CsvSource({
        "réglage(s), Les réglages de ce site, true",
        "réglage(s), Un Réglage, true",
        "réglage(s), Le déréglage, false",
        "abîmé, Son texte est abime, false",
        "mail address, Your e-mail address, false",
        "mail address, A mail address., true",
        "Touches, Appuyez sur deux touches, false",
        "Touches, Touches, true"
    })
    void wholeWordsAreLookedForWithTheirAccents(String variant, String text, boolean found) {
        assertThat(new Variant(variant, "another word").isIn(text)).isEqualTo(found);
    }

    private static List<Variant> variants(Language language) throws IOException {
        List<Variant> variants =
                terms().stream().flatMap(term -> term.variants(language)).toList();
        assertThat(variants).hasSizeGreaterThan(20);
        return variants;
    }

    private static List<Term> terms() throws IOException {
        return ROW.matcher(plain(Files.readString(LIST)))
                .results()
                .map(WordsTest::term)
                .toList();
    }

    private static Term term(MatchResult row) {
        List<String> cells =
                Stream.of(row.group(1).split("\\|", -1)).map(String::strip).toList();
        assertThat(cells).as(row.group()).hasSize(5);
        return new Term(cells.subList(0, 3), cells.get(4));
    }

    /** Spaces that do not break as plain ones. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
