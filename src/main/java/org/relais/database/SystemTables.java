package org.relais.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relais.startup.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the data directory of a new server: its system tables, without a test database, anonymous accounts and help texts.
 * mariadbd reads the statements that came with it in its bootstrap mode; the shell script that usually does this cannot
 * cope with a space in a path.
 */
final class SystemTables {

    private static final Logger log = LoggerFactory.getLogger(SystemTables.class);

    /** In this order. */
    private static final List<String> STATEMENTS = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final MariaDbBinaries binaries;

    SystemTables(MariaDbBinaries binaries) {
        this.binaries = binaries;
    }

    /**
     * Makes the directory where it is missing. It gets its name when it is complete: an installation that was cut leaves a
     * draft, which is thrown away.
     */
    void makeWhereMissing(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return;
        }
        log.info("Making a new database in {}", data);
        Path draft = data.resolveSibling("data-being-made");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectories(draft);
        bootstrap(draft);
        Files.move(draft, data);
        PrivateFile.forceNames(data.getParent());
    }

    private void bootstrap(Path draft) throws IOException {
        Path messages = draft.resolveSibling("data-being-made.log");
        ProcessBuilder command =
                new ProcessBuilder(arguments(draft)).redirectErrorStream(true).redirectOutput(messages.toFile());
        binaries.addLibraryPath(command);
        Process installation = command.start();
        try (OutputStream statements = installation.getOutputStream()) {
            write(statements);
        } catch (IOException e) {
            log.debug("mariadbd stopped reading; its messages say why", e);
        }
        int exit = installation.onExit().join().exitValue();
        if (exit != 0) {
            throw new StartFailure(
                    "The embedded MariaDB could not make its tables in " + draft + ": " + Files.readString(messages));
        }
        Files.delete(messages);
    }

    private void write(OutputStream statements) throws IOException {
        String user = System.getProperty("user.name").replace("'", "''");
        String preamble = "create database mysql;\nuse mysql;\nset @auth_root_socket='" + user + "';\n";
        statements.write(preamble.getBytes(StandardCharsets.UTF_8));
        for (String file : STATEMENTS) {
            Files.copy(binaries.statements(file), statements);
        }
    }

    private List<String> arguments(Path draft) {
        List<String> arguments = new ArrayList<>();
        arguments.add(binaries.server().toString());
        arguments.add("--no-defaults");
        arguments.add("--bootstrap");
        arguments.add("--basedir=" + binaries.baseDirectory());
        arguments.add("--datadir=" + draft);
        arguments.add("--tmpdir=" + draft);
        arguments.add("--log-warnings=0");
        arguments.add("--enforce-storage-engine=");
        arguments.add("--skip-name-resolve");
        arguments.addAll(binaries.userOption());
        return arguments;
    }
}
