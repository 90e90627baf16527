package org.relais.database;

import java.nio.file.Path;

/** A process that does nothing else. */
final class WritesAPrivateFile {

    private WritesAPrivateFile() {}

    public static void main(String[] args) throws Exception {
        PrivateFile.write(Path.of(args[0]), "a secret");
    }
}
