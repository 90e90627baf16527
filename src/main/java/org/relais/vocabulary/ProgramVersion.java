package org.relais.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/**
 * Which version of the program this is, as its build wrote it down: what the pages, the HTTP interface, the support file and the
 * command {@code relais --version} all say.
 *
 * @param number as releases are numbered, such as {@code 1.2.0}
 * @param builtAt when the build took place
 */
public record ProgramVersion(String number, Instant builtAt) {

    private static final String WRITTEN_BY_THE_BUILD = "/META-INF/build-info.properties";

    /**
     * The version of the program that runs.
     *
     * @throws IllegalStateException when this was not made by the project's build
     */
    public static ProgramVersion ofThisProgram() {
        Properties build = new Properties();
        try (InputStream written = ProgramVersion.class.getResourceAsStream(WRITTEN_BY_THE_BUILD)) {
            if (written == null) {
                throw new IllegalStateException("The build left no " + WRITTEN_BY_THE_BUILD);
            }
            build.load(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProgramVersion(build.getProperty("build.version"), Instant.parse(build.getProperty("build.time")));
    }
}
