package org.relais.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How mariadbd is called.
 *
 * @param directory what belongs to the server alone
 * @param port where it listens, on the loopback address
 * @param memory what it may use
 * @param password of the one account that it lets in
 * @param further options, as mariadbd has them
 */
record ServerCommand(Path directory, int port, MemorySettings memory, String password, List<String> further) {

    static final String LOOPBACK = "127.0.0.1";
    static final String ACCOUNT = "relais";

    /** For a server whose data nobody misses: it does not wait for the disk. */
    static final List<String> FORGETFUL = List.of(
            "--debug-no-sync",
            "--innodb-flush-method=nosync",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=OFF");

    private static final String PID_FILE = "mariadbd.pid";

    /** Where the tables are. */
    Path data() {
        return data(directory);
    }

    static Path data(Path directory) {
        return directory.resolve("data");
    }

    /** Where mariadbd writes its process id. */
    Path pidFile() {
        return pidFile(directory);
    }

    static Path pidFile(Path directory) {
        return data(directory).resolve(PID_FILE);
    }

    /** Where its start is written down. */
    Path startFile() {
        return startFile(directory);
    }

    static Path startFile(Path directory) {
        return directory.resolve("server-process");
    }

    /** Where the port stands that it listens on. */
    Path portFile() {
        return portFile(directory);
    }

    static Path portFile(Path directory) {
        return directory.resolve("port");
    }

    /** Where the password of the account stands. */
    static Path passwordFile(Path directory) {
        return directory.resolve("password");
    }

    /** The JDBC address of a schema of the server that listens on that port. */
    static String url(int port, String schema) {
        return "jdbc:mariadb://" + LOOPBACK + ":" + port + "/" + schema
                + "?sslMode=disable&useBulkStmts=true"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true";
    }

    /** Where it keeps what it sorts. */
    Path tmp() {
        return directory.resolve("tmp");
    }

    /** The statements that it carries out at its start: they hold the password. */
    String accountStatements() {
        String account = "'" + ACCOUNT + "'@'" + LOOPBACK + "'";
        return """
                CREATE DATABASE IF NOT EXISTS `%1$s`;
                CREATE USER IF NOT EXISTS %2$s IDENTIFIED BY '%3$s';
                ALTER USER %2$s IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON `%1$s%%`.* TO %2$s;
                """.formatted(EmbeddedMariaDb.SCHEMA, account, password);
    }

    /** The call itself; the file holds {@link #accountStatements()}. */
    ProcessBuilder with(MariaDbBinaries binaries, Path initFile) {
        List<String> arguments = new ArrayList<>();
        arguments.add(binaries.server().toString());
        arguments.add("--no-defaults");
        arguments.add("--console");
        arguments.add("--basedir=" + binaries.baseDirectory());
        arguments.add("--datadir=" + data());
        arguments.add("--tmpdir=" + tmp());
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
        arguments.addAll(further);
        arguments.addAll(binaries.userOption());
        ProcessBuilder command = new ProcessBuilder(arguments);
        binaries.addLibraryPath(command);
        return command;
    }
}
