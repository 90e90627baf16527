package org.relais.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relais.startup.StartFailure;
import org.relais.startup.StopDeadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The MariaDB server that belongs to this process: its binaries come from the artifact, its data stay in a directory. It
 * listens on the loopback address only and lets in one account, whose generated password stands in a file that only the
 * service's user can read. When mariadbd dies it is started again, see {@link Restarts}; when this process dies, the next one
 * ends the mariadbd that it left behind. What was committed is there again in each case.
 *
 * <p>Closing stops the server; close whatever holds connections first.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The schema that the application uses. The account may do everything in it, and in every schema whose name starts so. */
    public static final String SCHEMA = "relais";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final int PASSWORD_BYTES = 24;

    /** Ctrl-C ends everything within 5 seconds: this is the server's part of them. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private final Path directory;
    private final Path binaries;
    private final FileChannel lock;
    private final DataDisk disk;
    private final Consumer<String> whenHopeless;
    private final ServerCommand command;
    private final ServerMessages messages = new ServerMessages();
    private final Restarts restarts = new Restarts();
    private final Object lifecycle = new Object();
    private ServerProcess server;
    private boolean closed;

    private EmbeddedMariaDb(
            Path directory, Path binaries, MemorySettings memory, List<String> further, Consumer<String> whenHopeless)
            throws IOException {
        this.directory = directory.toAbsolutePath().normalize();
        this.binaries = binaries;
        this.disk = new DataDisk(this.directory);
        this.whenHopeless = whenHopeless;
        Files.createDirectories(this.directory.resolve("tmp"));
        this.lock = lock(this.directory);
        try {
            MariaDbBinaries programs = MariaDbBinaries.unpackedIn(binaries);
            this.command = new ServerCommand(this.directory, freePort(), memory, readOrCreatePassword(), further);
            OrphanedServer.end(this.directory);
            new SystemTables(programs).makeWhereMissing(command.data());
            launch();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts the server; a new one is made where the directory is empty.
     *
     * @param directory what belongs to this server alone: data, password, lock
     * @param binaries where the programs are unpacked; servers may share it
     * @param memory what the server may use
     * @param whenHopeless is told in one line why the server cannot be kept running; who gets it ends the program
     * @throws StartFailure when a person has to do something: another process has the directory, no binaries, a broken start
     */
    static EmbeddedMariaDb start(Path directory, Path binaries, MemorySettings memory, Consumer<String> whenHopeless) {
        return start(directory, binaries, memory, List.of(), whenHopeless);
    }

    /** The same with further options of mariadbd. */
    static EmbeddedMariaDb start(
            Path directory, Path binaries, MemorySettings memory, List<String> further, Consumer<String> whenHopeless) {
        try {
            return new EmbeddedMariaDb(directory, binaries, memory, further, whenHopeless);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a small server beside the site's own: for a backup that is being proven, or restored. It ends with this process, and
     * when it dies before that, whoever uses it notices.
     *
     * @param directory what belongs to this server alone; made where missing
     * @param binaries where the programs are unpacked; servers may share it
     * @param lasting whether what is written has to outlive the machine's power
     * @throws StartFailure as {@link #start}; also when this artifact has no database
     */
    public static EmbeddedMariaDb beside(Path directory, Path binaries, boolean lasting) {
        return start(
                directory, binaries, MemorySettings.SMALL, lasting ? List.of() : ServerCommand.FORGETFUL, log::error);
    }

    /**
     * Takes away a server that nobody misses, with all that it kept: what {@link #beside} made, in this process or in one that died.
     *
     * @param directory what belonged to that server alone; nothing is done where it is not there
     * @throws StartFailure when another process has it
     */
    public static void discard(Path directory) throws IOException {
        Path place = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(place)) {
            return;
        }
        try (FileChannel taken = lock(place)) {
            OrphanedServer.end(place);
        }
        FileSystemUtils.deleteRecursively(place);
    }

    /** The JDBC address of the application's schema. */
    public String url() {
        return url(SCHEMA);
    }

    /** The JDBC address of another schema of this server; it need not exist yet. */
    public String url(String schema) {
        return ServerCommand.url(command.port(), schema);
    }

    /** The account that may connect. */
    public String username() {
        return ServerCommand.ACCOUNT;
    }

    /** The account's password. */
    public String password() {
        return command.password();
    }

    /** The process id of mariadbd. */
    long pid() {
        synchronized (lifecycle) {
            return server.pid();
        }
    }

    @Override
    public void close() {
        synchronized (lifecycle) {
            if (closed) {
                return;
            }
            closed = true;
            lifecycle.notifyAll();
            server.end(STOP_WITHIN);
        }
        try {
            Files.deleteIfExists(command.pidFile());
            Files.deleteIfExists(command.startFile());
            Files.deleteIfExists(command.portFile());
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info("The embedded MariaDB has stopped");
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            channel.close();
            throw new DirectoryInUse(directory);
        }
        return channel;
    }

    private String readOrCreatePassword() throws IOException {
        Path file = ServerCommand.passwordFile(directory);
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ServerCommand.LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** Whatever is gone of the programs is unpacked again first. */
    private void launch() throws IOException {
        MariaDbBinaries programs = MariaDbBinaries.unpackedIn(binaries);
        Path account = directory.resolve("account.sql");
        PrivateFile.write(account, command.accountStatements());
        long started = System.nanoTime();
        try {
            server = ServerProcess.start(command.with(programs, account), messages);
        } finally {
            Files.deleteIfExists(account);
        }
        OrphanedServer.remember(command, server.handle());
        Files.writeString(command.portFile(), Integer.toString(command.port()));
        server.ended()
                .thenRun(() ->
                        Thread.ofPlatform().daemon().name("mariadbd-keeper").start(() -> startAgain(started)));
        log.info(
                "The embedded MariaDB runs on {}:{} (process {})",
                ServerCommand.LOOPBACK,
                command.port(),
                server.pid());
    }

    private void startAgain(long started) {
        synchronized (lifecycle) {
            long begun = started;
            String why = "it ended unexpectedly";
            // A signal to the whole process group ends the database at the same time as this process.
            while (!closed && !StopDeadline.isStopping()) {
                Duration lived = Duration.ofNanos(System.nanoTime() - begun);
                Optional<Duration> pause = restarts.after(lived, disk.condition());
                if (pause.isEmpty()) {
                    whenHopeless.accept("The embedded MariaDB in " + directory + " keeps ending right after its start: "
                            + why + ". Restore the backup, or send support the log");
                    return;
                }
                log.error("The embedded MariaDB is being started again: {}", why);
                rest(pause.get());
                if (closed || StopDeadline.isStopping()) {
                    return;
                }
                begun = System.nanoTime();
                try {
                    launch();
                    return;
                } catch (IOException | RuntimeException e) {
                    why = String.valueOf(e.getMessage());
                }
            }
        }
    }

    /** Ends early when the disk can be used again, or when all is over. */
    private void rest(Duration pause) {
        boolean blocked = disk.condition() != DataDisk.Condition.FINE;
        long began = System.nanoTime();
        while (!closed && System.nanoTime() - began < pause.toNanos()) {
            try {
                lifecycle.wait(Math.min(A_LOOK.toMillis(), Math.max(1, pause.toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (blocked && disk.condition() == DataDisk.Condition.FINE) {
                restarts.forget();
                return;
            }
        }
    }
}
