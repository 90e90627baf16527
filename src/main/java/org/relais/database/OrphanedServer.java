package org.relais.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mariadbd that lost its Java process (kill -9, power tool, out of memory) and still holds our data directory. Whoever calls
 * this holds the directory's lock, so such a server belongs to nobody that is alive.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedServer() {}

    /**
     * Ends the server that holds the tables, if there is one; returns when it is gone.
     *
     * @param directory what belongs to that server alone
     */
    static void end(Path directory) throws IOException {
        Path data = ServerCommand.data(directory);
        Path pidFile = ServerCommand.pidFile(directory);
        Path startFile = ServerCommand.startFile(directory);
        String started = startedAs(startFile);
        Stream<ProcessHandle> named = named(pidFile).stream();
        Stream<ProcessHandle> suspects = Stream.concat(named, ProcessHandle.allProcesses());
        for (ProcessHandle orphan : suspects.filter(process -> holds(process, data, started))
                .distinct()
                .toList()) {
            log.warn("Ending mariadbd {}, which was left behind by a process that died", orphan.pid());
            ServerProcess.end(orphan, PATIENCE);
        }
        Files.deleteIfExists(pidFile);
        Files.deleteIfExists(startFile);
    }

    /** Writes down what tells this server from a later process that gets the same id. */
    static void remember(ServerCommand command, ProcessHandle server) throws IOException {
        Files.writeString(command.startFile(), start(server));
    }

    private static String startedAs(Path startFile) throws IOException {
        return Files.exists(startFile) ? Files.readString(startFile).strip() : "";
    }

    private static String start(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).strip();
        return pid.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    /**
     * Only a process whose own arguments name our data directory is ours: process ids are used again. Windows tells nobody's
     * arguments; there it is the one that was started at the moment that was written down.
     */
    private static boolean holds(ProcessHandle process, Path data, String started) {
        String wanted = "--datadir=" + data;
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(wanted))
                .orElseGet(() -> isTheOneThat(started, process));
    }

    static boolean isTheOneThat(String started, ProcessHandle process) {
        return process.info().startInstant().isPresent() && start(process).equals(started);
    }
}
