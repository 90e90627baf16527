package org.relais.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The embedded server of another process, as whoever may read its data directory reaches it.
 *
 * @param url its JDBC address
 * @param username the account that it lets in
 * @param password the account's password
 */
public record RunningDatabase(String url, String username, String password) {

    /** The server in a data directory, while a process has it; empty when none does. */
    public static Optional<RunningDatabase> in(DataDirectory directory) throws IOException {
        Path home = directory.file("mariadb");
        Path port = ServerCommand.portFile(home);
        if (!Files.exists(port) || !isLocked(home.resolve("lock"))) {
            return Optional.empty();
        }
        String url = ServerCommand.url(Integer.parseInt(Files.readString(port).strip()), EmbeddedMariaDb.SCHEMA);
        String password = Files.readString(ServerCommand.passwordFile(home)).strip();
        return Optional.of(new RunningDatabase(url, ServerCommand.ACCOUNT, password));
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}
