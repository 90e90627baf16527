package org.relais.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Starts embedded servers for tests: small ones, all with the same unpacked programs. */
public final class EmbeddedMariaDbForTests {

    private static final int PARALLEL_RUNS = 8;

    /** Each of the processes that test side by side unpacks its own: two that write the same files cut each other's. */
    private static final Path BINARIES =
            Path.of("target", "mariadb-binaries" + System.getProperty("relais.test.fork", ""));

    private static final Path TABLES =
            BINARIES.resolveSibling(BINARIES.getFileName() + "-tables").toAbsolutePath();

    private static final MemorySettings SMALL =
            new MemorySettings(DataSize.ofMegabytes(96), DataSize.ofMegabytes(64), DataSize.ofMegabytes(64));

    private EmbeddedMariaDbForTests() {}

    /** A server in exactly this directory. */
    public static EmbeddedMariaDb start(Path directory) {
        return EmbeddedMariaDb.start(directory, BINARIES, SMALL, EmbeddedMariaDbForTests::unexpected);
    }

    /** The same without waiting for the disk: it forgets when the machine stops, which is when the tests end as well. */
    private static EmbeddedMariaDb startForgetful(Path directory) {
        return EmbeddedMariaDb.start(
                directory, BINARIES, SMALL, ServerCommand.FORGETFUL, EmbeddedMariaDbForTests::unexpected);
    }

    private static void unexpected(String why) {
        throw new IllegalStateException(why);
    }

    /** Where all of them have their programs: unpacked since the first one was started. */
    public static Path binaries() {
        return BINARIES.toAbsolutePath();
    }

    /** Makes sure that they are there, for who starts a server otherwise. */
    public static void unpackBinaries() {
        MariaDbBinaries.unpackedIn(BINARIES);
    }

    /**
     * Puts into an empty directory what a server makes there at its first start, which takes it seconds: copied from what was
     * made once.
     */
    public static void layTables(Path directory) throws IOException {
        Path made = Files.createDirectories(TABLES).resolve("data");
        new SystemTables(MariaDbBinaries.unpackedIn(BINARIES)).makeWhereMissing(made);
        FileSystemUtils.copyRecursively(made, directory.resolve("data"));
    }

    /** A server with the memory that a site's has unless it is configured otherwise. */
    public static EmbeddedMariaDb startAsInProduction(Path directory) {
        MemorySettings usual = new Binder(List.of())
                .bindOrCreate("relais.database", DatabaseSettings.class)
                .memory();
        return EmbeddedMariaDb.start(directory, BINARIES, usual, EmbeddedMariaDbForTests::unexpected);
    }

    /** A server in the first directory of this name that no other test run on this machine is using. */
    public static EmbeddedMariaDb startInFirstFree(Path directory) {
        for (int run = 1; run < PARALLEL_RUNS; run++) {
            try {
                return startForgetful(directory.resolveSibling(directory.getFileName() + "-" + run));
            } catch (DirectoryInUse e) {
                continue;
            }
        }
        return startForgetful(directory);
    }
}
