package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README is the same in every language: what is added to one is missing in the others until somebody translates it. */
class ReadmeLanguagesTest {

    private static final List<String> ALL = List.of("README.md", "README.fr.md", "README.es.md");

    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern TO_FILL_IN = Pattern.compile("<([^>\n]+)>");
    private static final Pattern LIST_ITEM = Pattern.compile("(?m)^(-|\\d\\.) ");
    private static final Pattern PICTURE = Pattern.compile("(!)\\[[^]]+]\\(docs/screenshots/");

    @ParameterizedTest
    @ValueSource(strings = {"README.fr.md", "README.es.md"})
    void hasTheHeadingsListsAndPicturesOfTheEnglishOne(String page) throws IOException {
        assertSame(HEADING, page);
        assertSame(LIST_ITEM, page);
        assertSame(PICTURE, page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.fr.md", "README.es.md"})
    void hasItsCommandsToTheLetterButForWhatIsToBeFilledIn(String page) throws IOException {
        assertThat(commands(page)).isNotEmpty().isEqualTo(commands("README.md"));
        assertSame(BLOCK, page);
        assertThat(toFillIn(page))
                .hasSameSizeAs(toFillIn("README.md"))
                .doesNotContainAnyElementsOf(toFillIn("README.md"));
    }

    /** A sentence may put them in another order, a table may not. */
    @ParameterizedTest
    @ValueSource(strings = {"README.fr.md", "README.es.md"})
    void namesTheSameSettingsCallsAndFiles(String page) throws IOException {
        assertSame(ROW, page);
        assertThat(found(CODE, withoutBlocks(page)))
                .containsExactlyInAnyOrderElementsOf(found(CODE, withoutBlocks("README.md")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.fr.md", "README.es.md"})
    void leadsToTheSamePages(String page) throws IOException {
        assertThat(targets(page)).isEqualTo(targets("README.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.fr.md", "README.es.md"})
    void leadsToTheOtherLanguagesAtTheTop(String page) throws IOException {
        String top = Files.readString(Path.of(page)).lines().limit(3).reduce("", String::concat);

        assertThat(found(LINK, top))
                .containsExactlyElementsOf(
                        ALL.stream().filter(other -> !other.equals(page)).toList());
    }

    private static void assertSame(Pattern pattern, String page) throws IOException {
        List<String> english = found(pattern, Files.readString(Path.of("README.md")));

        assertThat(english).isNotEmpty();
        assertThat(found(pattern, Files.readString(Path.of(page)))).isEqualTo(english);
    }

    private static List<String> commands(String page) throws IOException {
        return found(COMMANDS, Files.readString(Path.of(page))).stream()
                .map(block -> TO_FILL_IN.matcher(block).replaceAll("<…>"))
                .toList();
    }

    private static List<String> toFillIn(String page) throws IOException {
        return found(COMMANDS, Files.readString(Path.of(page))).stream()
                .flatMap(block -> found(TO_FILL_IN, block).stream())
                .toList();
    }

    private static List<String> targets(String page) throws IOException {
        return found(LINK, withoutBlocks(page)).stream()
                .filter(target -> !ALL.contains(target))
                .toList();
    }

    private static String withoutBlocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(page))).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
