package org.relais.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for what a tested server keeps beside its database; they stay until the next clean build, to be looked into. */
public final class DataFolders {

    private DataFolders() {}

    /** One that nobody else has. */
    public static Path fresh(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "engines")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
