package org.relais.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.vaadin.flow.server.SystemMessages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.central.FailureCode;
import org.relais.record.Reason;
import org.relais.record.ReasonKind;
import org.relais.run.Outcome;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.run.ui.Cure;

class TranslationsTest {

    private static final Path FOLDER = Path.of("translations");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern KEY_LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");

    private static final Pattern USED_LITERAL = Pattern.compile("\"([a-z-]+(?:\\.[a-z0-9-]+)*\\.?)\"");

    private final Translations translations = new Translations();

    /** A straight one would open a quotation in an ICU message: what stands behind it would not be filled in. */
    @ParameterizedTest
    @MethodSource("languages")
    void apostrophesAreTypographic(Path file) throws IOException {
        assertThat(bundle(file).values()).noneMatch(text -> text.contains("'"));
    }

    static Stream<Path> languages() throws IOException {
        return Files.list(FOLDER);
    }

    static Stream<Path> furtherLanguages() throws IOException {
        return Files.list(FOLDER).filter(file -> !file.getFileName().toString().equals("translations.properties"));
    }

    @ParameterizedTest
    @MethodSource("furtherLanguages")
    void everyLanguageHasTheSameKeysAndPlaceholders(Path file) throws IOException {
        Map<String, String> english = bundle(FOLDER.resolve("translations.properties"));
        Map<String, String> other = bundle(file);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(placeholders(other)).isEqualTo(placeholders(english));
    }

    @ParameterizedTest
    @MethodSource("furtherLanguages")
    void everyTextSaysSomething(Path file) throws IOException {
        assertThat(bundle(file).values()).noneMatch(String::isBlank);
    }

    @Test
    void typographyIsTheLanguagesOwn() throws IOException {
        Map<String, String> french = bundle(FOLDER.resolve("translations_fr.properties"));

        assertThat(french.values())
                .as("a space that does not break before double punctuation")
                .noneMatch(text -> Pattern.compile("(?<![\\u00a0\\u202f\\w/]) ?[;?!]|[ \\w]:(?!//)")
                        .matcher(text)
                        .find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"translations.properties", "translations_es.properties", "translations_fr.properties"})
    void noLineEndsBetweenANumberAndItsUnit(String file) throws IOException {
        Pattern breakable = Pattern.compile("[}\\d] (?:%|°C|m³|(?:ms|kB|ko|MB|Mo|GB|Go)\\b)");

        assertThat(bundle(FOLDER.resolve(file)).values())
                .noneMatch(text -> breakable.matcher(text).find());
    }

    @Test
    void codeUsesNoKeyThatTheBundlesLack() throws IOException {
        Set<String> known = bundle(FOLDER.resolve("translations.properties")).keySet();
        Set<String> groups =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::text)
                    .filter(TranslationsTest::speaks)
                    .flatMap(TranslationsTest::literals)
                    .filter(key -> groups.contains(key.substring(0, key.indexOf('.'))))
                    .filter(key -> !known.contains(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** A key is used when it stands in the code, or when the code puts something behind a beginning of it that ends in a dot. */
    @Test
    void bundlesHaveNoKeyThatNothingUses() throws IOException {
        Set<String> used;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            used = files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::text)
                    .flatMap(source -> USED_LITERAL.matcher(source).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
        }

        assertThat(bundle(FOLDER.resolve("translations.properties")).keySet())
                .filteredOn(key -> !used.contains(key) && beginnings(key).noneMatch(used::contains))
                .isEmpty();
    }

    @Test
    void everyCodeThatAPersonCanMeetHasItsWords() throws IOException {
        Set<String> known = bundle(FOLDER.resolve("translations.properties")).keySet();

        assertThat(known)
                .containsAll(keys(FailureCode.values(), code -> "failure." + code.key() + ".text"))
                .containsAll(keys(FailureCode.values(), code -> "failure." + code.key() + ".hint"))
                .containsAll(keys(SyncStep.values(), step -> "step." + step.key()))
                .containsAll(keys(StepState.values(), state -> "step.state." + state.key()))
                .containsAll(keys(Outcome.values(), outcome -> "sync.outcome." + outcome.key()))
                .containsAll(keys(Cure.values(), cure -> "cure." + cure.key()))
                .containsAll(keys(CentralServer.values(), server -> "server." + server.key()))
                .containsAll(keys(Trigger.values(), trigger -> "history.trigger." + trigger.key()));
    }

    @Test
    void everyTypeOfRecordHasAName() {
        RecordWords words = new RecordWords(translations);

        assertThat(RecordTypes.load().all()).allSatisfy(type -> assertThat(words.type(type.table(), Locale.FRENCH))
                .isNotEqualTo(type.table())
                .doesNotContain("_", "!"));
        assertThat(words.type("drone", Locale.FRENCH)).isEqualTo("drone");
        assertThat(words.named("Location", Optional.of("ZZ · Rayon froid"), Locale.FRENCH))
                .isEqualTo("Emplacement ZZ · Rayon froid");
    }

    @Test
    void everyReasonHasItsWords() {
        ReasonWords words = new ReasonWords(translations);
        String other = words.title(ReasonKind.OTHER, Locale.FRENCH);

        assertThat(other).isEqualTo("Une autre raison");
        for (ReasonKind kind : ReasonKind.values()) {
            Reason reason = new Reason(kind, "quantity", new RecordKey("item", "i1"), null);
            assertThat(words.title(kind, Locale.FRENCH)).as(kind.name()).doesNotContain("!");
            assertThat(words.title(kind, Locale.FRENCH).equals(other))
                    .as(kind.name())
                    .isEqualTo(kind == ReasonKind.OTHER);
            assertThat(words.text(reason, Locale.FRENCH)).as(kind.name()).doesNotContain("!", "{");
            assertThat(words.advice(reason, Locale.FRENCH)).as(kind.name()).doesNotContain("!");
        }
    }

    @Test
    void theFrameSpeaksThePersonsLanguage() {
        SystemMessages words = new SystemWords(translations).messages(Locale.FRENCH);

        assertThat(words.getInternalErrorCaption()).isEqualTo("Cela n’a pas fonctionné");
        assertThat(words.getCookiesDisabledCaption()).isEqualTo("Les cookies sont désactivés");
        assertThat(words.isSessionExpiredNotificationEnabled()).isFalse();
    }

    @Test
    void whereTheOtherServerAnsweredNoAdviceBlamesTheInternet() {
        FailureWords words = new FailureWords(translations);
        for (FailureCode code : FailureCode.values()) {
            assertThat(words.hint(code, CentralServer.LEGACY, CentralServer.OPEN, Locale.FRENCH))
                    .as(code.key())
                    .endsWith(".")
                    .doesNotContain("!{", "hint", "connexion internet");
        }
    }

    @Test
    void failuresNameTheServer() {
        FailureWords words = new FailureWords(translations);

        assertThat(words.text(FailureCode.CONNECTION, CentralServer.OPEN, Locale.FRENCH))
                .isEqualTo("Impossible de joindre le serveur central Open mSupply.");
        assertThat(words.text(FailureCode.CONNECTION, null, Locale.forLanguageTag("es")))
                .isEqualTo("No se puede contactar con el servidor central.");
    }

    private static <T> Set<String> keys(T[] values, Function<T, String> key) {
        return Stream.of(values).map(key).collect(Collectors.toSet());
    }

    private static boolean speaks(String source) {
        return source.contains("import com.vaadin.") || source.contains("org.relais.language");
    }

    private static Stream<String> literals(String source) {
        return KEY_LITERAL.matcher(source).results().map(match -> match.group(1));
    }

    private static Stream<String> beginnings(String key) {
        return IntStream.range(0, key.length())
                .filter(i -> key.charAt(i) == '.')
                .mapToObj(i -> key.substring(0, i + 1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> bundle) {
        Map<String, Set<String>> found = new TreeMap<>();
        bundle.forEach((key, text) -> found.put(key, arguments(text)));
        // The hour decides the article in Spanish; other languages need not use it.
        Stream.of("time.today", "time.yesterday", "time.tomorrow")
                .forEach(key -> found.get(key).remove("1"));
        return found;
    }

    private static Set<String> arguments(String text) {
        if (!Pattern.compile("\\{\\d").matcher(text).find()) {
            return Set.of();
        }
        MessagePattern pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == Part.Type.ARG_NUMBER)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(text);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (one, other) -> one, TreeMap::new));
    }
}
