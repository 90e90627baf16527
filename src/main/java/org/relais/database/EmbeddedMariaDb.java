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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.relais.startup.StartFailure;
import org.relais.startup.StopDeadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MariaDB server that belongs to this process: its binaries come from the artifact, its data stay in a directory. It
 * listens on the loopback address only and lets in one account, whose generated password stands in a file that only the
 * service's user can read. When mariadbd dies it is started again; when this process dies, the next one ends the mariadbd
 * that it left behind. What was committed is there again in each case.
 *
 * <p>Closing stops the server; close whatever holds connections first.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    /** The schema that the application uses. The account may do everything in it, and in every schema whose name starts so. */
    public static final String SCHEMA = "relais";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String ACCOUNT = "relais";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String PID_FILE = "mariadbd.pid";
    private static final int PASSWORD_BYTES = 24;

    /** Ctrl-C ends everything within 5 seconds: this is the server's part of them. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    /** A server that dies sooner than this after its start may well die again. */
    private static final Duration SOUND_AFTER = Duration.ofSeconds(10);

    private static final int EARLY_DEATHS_ALLOWED = 3;

    private final Path directory;
    private final Path data;
    private final Path pidFile;
    private final MariaDbBinaries binaries;
    private final MemorySettings memory;
    private final FileChannel lock;
    private final String password;
    private final int port;
    private final Object lifecycle = new Object();
    private ServerProcess server;
    private int earlyDeaths;
    private boolean closed;

    private EmbeddedMariaDb(Path directory, Path binaries, MemorySettings memory) throws IOException {
        this.directory = directory.toAbsolutePath().normalize();
        this.data = this.directory.resolve("data");
        this.pidFile = data.resolve(PID_FILE);
        this.memory = memory;
        Files.createDirectories(this.directory.resolve("tmp"));
        this.lock = lock(this.directory);
        try {
            this.binaries = MariaDbBinaries.unpackedIn(binaries);
            this.password = readOrCreatePassword();
            OrphanedServer.end(data, pidFile);
            this.port = freePort();
            new SystemTables(this.binaries).makeWhereMissing(data);
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
     * @throws StartFailure when a person has to do something: another process has the directory, no binaries, a broken start
     */
    static EmbeddedMariaDb start(Path directory, Path binaries, MemorySettings memory) {
        try {
            return new EmbeddedMariaDb(directory, binaries, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of the application's schema. */
    public String url() {
        return url(SCHEMA);
    }

    /** The JDBC address of another schema of this server; it need not exist yet. */
    public String url(String schema) {
        return "jdbc:mariadb://" + LOOPBACK + ":" + port + "/" + schema + "?sslMode=disable&useBulkStmts=true"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true";
    }

    /** The account that may connect. */
    public String username() {
        return ACCOUNT;
    }

    /** The account's password. */
    public String password() {
        return password;
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
            server.end(STOP_WITHIN);
        }
        try {
            Files.deleteIfExists(pidFile);
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
        Path file = directory.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private void launch() throws IOException {
        Path account = directory.resolve("account.sql");
        PrivateFile.write(account, accountStatements());
        ProcessBuilder command = new ProcessBuilder(arguments(account));
        binaries.addLibraryPath(command);
        long started = System.nanoTime();
        try {
            server = ServerProcess.start(command);
        } finally {
            Files.deleteIfExists(account);
        }
        server.ended().thenRun(() -> restartUnlessClosed(started));
        log.info("The embedded MariaDB runs on {}:{} (process {})", LOOPBACK, port, server.pid());
    }

    private void restartUnlessClosed(long started) {
        synchronized (lifecycle) {
            // A signal to the whole process group ends the database at the same time as this process.
            if (closed || StopDeadline.isStopping()) {
                return;
            }
            boolean early = System.nanoTime() - started < SOUND_AFTER.toNanos();
            earlyDeaths = early ? earlyDeaths + 1 : 0;
            if (earlyDeaths > EARLY_DEATHS_ALLOWED) {
                log.error("The embedded MariaDB keeps ending right after its start and is not started again");
                return;
            }
            log.error("The embedded MariaDB ended unexpectedly and is being started again");
            try {
                launch();
            } catch (IOException | RuntimeException e) {
                log.error("The embedded MariaDB could not be started again", e);
            }
        }
    }

    private String accountStatements() {
        String account = "'" + ACCOUNT + "'@'" + LOOPBACK + "'";
        return """
                CREATE DATABASE IF NOT EXISTS `%1$s`;
                CREATE USER IF NOT EXISTS %2$s IDENTIFIED BY '%3$s';
                ALTER USER %2$s IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON `%1$s%%`.* TO %2$s;
                """.formatted(SCHEMA, account, password);
    }

    private List<String> arguments(Path initFile) {
        List<String> arguments = new ArrayList<>();
        arguments.add(binaries.server().toString());
        arguments.add("--no-defaults");
        arguments.add("--console");
        arguments.add("--basedir=" + binaries.baseDirectory());
        arguments.add("--datadir=" + data);
        arguments.add("--tmpdir=" + directory.resolve("tmp"));
        arguments.add("--pid-file=" + PID_FILE);
        // Relative to the data directory, which only its owner can enter; an absolute path may be too long for a
        // socket.
        arguments.add("--socket=mariadb.sock");
        arguments.add("--port=" + port);
        arguments.add("--bind-address=" + LOOPBACK);
        arguments.add("--skip-name-resolve");
        // Making a key for TLS takes most of the start, and nothing leaves this machine.
        arguments.add("--skip-ssl");
        arguments.add("--local-infile=OFF");
        arguments.add("--init-file=" + initFile);
        arguments.add("--character-set-server=utf8mb4");
        arguments.add("--collation-server=utf8mb4_unicode_ci");
        arguments.add("--default-time-zone=+00:00");
        arguments.add("--innodb-buffer-pool-size=" + memory.bufferPool().toBytes());
        arguments.add("--innodb-log-file-size=" + memory.redoLog().toBytes());
        arguments.add("--max-allowed-packet=" + memory.maxAllowedPacket().toBytes());
        arguments.addAll(binaries.userOption());
        return arguments;
    }
}
