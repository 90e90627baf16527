package org.relais.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The log files: the one that is being written and those that were closed before it. */
@Component
class LogFiles {

    private static final String COMPRESSED = ".gz";

    private final Path current;

    LogFiles(@Value("${logging.file.name:}") String current) {
        this.current =
                current.isBlank() ? null : Path.of(current).toAbsolutePath().normalize();
    }

    /** One log file; {@code name} is its name without the folder and the ending of compressed files. */
    record LogFile(String name, Path path) {

        Reader open() throws IOException {
            InputStream bytes = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
            try {
                InputStream plain = path.toString().endsWith(COMPRESSED) ? new GZIPInputStream(bytes) : bytes;
                return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        }
    }

    /** All of them, the newest first. What only links to a file elsewhere is none of them. */
    List<LogFile> newestFirst() {
        if (current == null || !Files.isDirectory(current.getParent())) {
            return List.of();
        }
        String name = current.getFileName().toString();
        try (Stream<Path> files = Files.list(current.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing((Path file) -> !file.equals(current))
                            .thenComparing(LogFiles::lastWritten, Comparator.reverseOrder()))
                    .map(file -> new LogFile(withoutEnding(file.getFileName().toString()), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutEnding(String name) {
        return name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    }

    private static Long lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException goneMeanwhile) {
            return 0L;
        }
    }
}
