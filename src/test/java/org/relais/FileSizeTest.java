package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CONTRIBUTING.md says of the size of a file: one that has grown beyond it is two things. */
class FileSizeTest {

    private static final long MOST_LINES = 300;
    private static final Set<String> WRITTEN = Set.of("java", "js", "css", "sh");

    @ParameterizedTest
    @ValueSource(strings = {"src", "frontend"})
    void noFileHasMoreThanThreeHundredLines(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(FileSizeTest::isWritten)
                            .filter(file -> lines(file) > MOST_LINES))
                    .isEmpty();
        }
    }

    /** By somebody, and not by the build. */
    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        return !file.startsWith("frontend/generated") && WRITTEN.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
