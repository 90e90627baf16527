package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for engineers say what is there: links lead somewhere, classes that are named exist, decisions have one form. */
class DocumentationTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path DECISIONS = DOCS.resolve("decisions");
    private static final Path LIST = DECISIONS.resolve("README.md");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS_NAME = Pattern.compile("(?:[A-Z][a-z0-9]+)+[A-Z]?(?:\\.[A-Z]\\w+)*");
    private static final Pattern DECLARED = Pattern.compile("(?:class|interface|record|enum) ([A-Z]\\w*)");
    private static final Pattern LISTED = Pattern.compile("(?m)^- \\[(\\d{4})]\\(([^)]+)\\) (.+)$");
    private static final Pattern MOVED = Pattern.compile("(?m)^\\| (\\d{4}(?:, \\d{4})*) \\|");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}");
    private static final Pattern REFERRED_TO = Pattern.compile("decisions?[/ ]\\[?(\\d{4})");

    private static final Pattern DECISION = Pattern.compile(
            "# (\\d{4}) (.+)\n\n## Context\n.+?\n\n## Decision\n.+?\n\n## Consequences\n.+\n", Pattern.DOTALL);

    private record Decision(String number, String file, String title) {

        static Decision of(Path file) {
            String text = read(file);
            String title = text.lines().findFirst().orElseThrow().replaceFirst("# \\d{4} ", "");
            return new Decision(
                    file.getFileName().toString().substring(0, 4),
                    file.getFileName().toString(),
                    title);
        }
    }

    static Stream<Path> pages() throws IOException {
        return Stream.concat(
                files(Path.of(""), 1, "README.*\\.md|CONTRIBUTING\\.md|CHANGELOG\\.md"),
                files(DOCS, Integer.MAX_VALUE, ".*\\.md"));
    }

    static Stream<Path> decisions() throws IOException {
        return files(DECISIONS, 1, "\\d{4}-.*\\.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        List<String> broken = found(LINK, read(page))
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> !leadsSomewhere(page, target))
                .toList();

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"architecture.md", "life-of-a-record.md", "glossary.md"})
    void everyClassThatAPageNamesExists(String page) throws IOException {
        Set<String> declared = declaredTypes();
        Set<String> missing = found(CODE, read(DOCS.resolve(page)))
                .map(code -> code.group(1))
                .filter(CLASS_NAME.asMatchPredicate())
                .flatMap(name -> Stream.of(name.split("\\.")))
                .filter(name -> !declared.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionsHaveOneForm(Path decision) {
        String text = read(decision);

        assertThat(text).matches(DECISION);
        assertThat(text).startsWith("# " + Decision.of(decision).number() + " ");
        assertThat(found(Pattern.compile("(?m)^## "), text)).hasSize(3);
    }

    @Test
    void everyDecisionIsListedUnderItsTitle() throws IOException {
        List<Decision> listed = found(LISTED, read(LIST))
                .map(entry -> new Decision(entry.group(1), entry.group(2), entry.group(3)))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        decisions().map(Decision::of).toList());
    }

    /** Also in migrations, which never change: a number that was given once is known for ever. */
    @Test
    void everyDecisionThatSomebodyRefersToIsKnown() throws IOException {
        String list = read(LIST);
        Set<String> known = Stream.concat(found(LISTED, list), found(MOVED, list))
                .flatMap(entry -> found(NUMBER, entry.group(1)))
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> unknown = Stream.concat(
                        Stream.concat(pages(), Stream.of(Path.of("pom.xml"))),
                        files(Path.of("src"), Integer.MAX_VALUE, ".*\\.(java|sql|yaml)"))
                .flatMap(file -> found(REFERRED_TO, read(file)))
                .map(reference -> reference.group(1))
                .filter(number -> !known.contains(number))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page
                : page.toAbsolutePath().getParent().resolve(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1
                        || !file.toString().endsWith(".md")
                        || anchors(file).contains(parts[1]));
    }

    /** The headings of a page, as a forge makes addresses of them. */
    private static Set<String> anchors(Path page) {
        return found(Pattern.compile("(?m)^#+ (.+)$"), read(page))
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> declaredTypes() throws IOException {
        return files(Path.of("src"), Integer.MAX_VALUE, ".*\\.java")
                .flatMap(file -> found(DECLARED, read(file)))
                .map(type -> type.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Stream<Path> files(Path folder, int depth, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
