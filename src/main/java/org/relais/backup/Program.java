package org.relais.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** This version of the program, as far as a backup has to fit it. */
final class Program {

    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    private Program() {}

    /** Its version, as the page says it; {@code unknown} where it was not built but is being tried. */
    static String version() throws IOException {
        Properties build = new Properties();
        try (InputStream in = Program.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return build.getProperty("build.version", "unknown");
    }

    /** The number of its newest migration: tables that have been through a later one it does not know. */
    static int schema() throws IOException {
        Resource[] migrations =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
        return Stream.of(migrations)
                .map(migration -> MIGRATION.matcher(String.valueOf(migration.getFilename())))
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .max()
                .orElseThrow();
    }
}
