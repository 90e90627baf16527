package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of a site that another process of this machine runs, as whoever may read its data directory reaches it.
 *
 * @param url its JDBC address
 * @param username the account that it lets in
 * @param password the account's password
 */
public record RunningDatabase(String url, String username, String password) {

    private static final String HOME = "mariadb";

    /** The server in a data directory, while a process has it; empty when none does. */
    public static Optional<RunningDatabase> in(DataDirectory directory) throws IOException {
        return at(directory.file(HOME));
    }

    private static Optional<RunningDatabase> at(Path home) throws IOException {
        try {
            int port = Integer.parseInt(
                    Files.readString(ServerCommand.portFile(home)).strip());
            String password = Files.readString(ServerCommand.passwordFile(home)).strip();
            RunningDatabase found = new RunningDatabase(
                    ServerCommand.url(port, EmbeddedMariaDb.SCHEMA), ServerCommand.ACCOUNT, password);
            return Optional.of(found).filter(database -> isLocked(home.resolve("lock")));
        } catch (NoSuchFileException nobodyRunsIt) {
            return Optional.empty();
        }
    }

    /**
     * The database that a site with these settings has, its own or another server's.
     *
     * @return empty when the site does not run, as then nobody runs the database in its data directory
     * @throws IOException when the site's files may not be read by this user
     */
    public static Optional<RunningDatabase> of(Environment settings) throws IOException {
        String url = settings.getProperty("spring.datasource.url", "");
        if (!url.isBlank()) {
            return Optional.of(new RunningDatabase(
                    url,
                    settings.getProperty("spring.datasource.username", ""),
                    settings.getProperty("spring.datasource.password", "")));
        }
        return at(Binder.get(settings)
                .bindOrCreate("relais.data", DataSettings.class)
                .directory()
                .resolve(HOME));
    }

    /** Connections to it, without a pool. */
    public DataSource connections() {
        return new DriverManagerDataSource(url, username, password);
    }

    private static boolean isLocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
