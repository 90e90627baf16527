package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.database.DataDirectory;
import org.relais.testing.DataFolders;
import org.relais.testing.KilledProgram;
import org.relais.testing.SeededSite;
import org.relais.testing.ShellSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program itself, killed ({@code kill -9}) in the middle of a backup, of its proof, of a restore. */
class KilledBackupTest extends SeededSite {

    /** The table that a backup reads last. */
    private static final String LAST = "zz_last";

    private static final String PASSPHRASE = "quatre mots sans rapport";
    private static final String OLDER = "relais-2020-01-01T020000Z.relais";

    @Autowired
    private Backups backups;

    @Autowired
    private BackupSchedule schedule;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private JdbcConnectionDetails database;

    private final Path folder = DataFolders.fresh("backups").toAbsolutePath();

    @BeforeEach
    void place() throws IOException {
        BackupsTest.lendPrograms(directory);
        jdbc.sql("delete from backup_attempt").update();
        jdbc.sql("delete from setting where name like 'relais.backup.%'").update();
        jdbc.sql("insert into setting (name, value) values ('relais.backup.folder', ?)")
                .param(folder.toString())
                .update();
        jdbc.sql("create table " + LAST + " (id int primary key, text longtext)")
                .update();
        Files.writeString(folder.resolve(OLDER), "older");
    }

    @AfterEach
    void forget() {
        jdbc.sql("drop table " + LAST).update();
        jdbc.sql("delete from setting where name like 'relais.backup.%'").update();
        jdbc.sql("delete from backup_attempt").update();
    }

    /** Somebody has the last table: the backup has written all the others and waits. */
    @Test
    void whatWasBeingWrittenIsNoBackupAndTheNextStartTakesItAway() throws Exception {
        try (Connection other = access().connect();
                Statement statement = other.createStatement();
                KilledProgram program = backup()) {
            statement.execute("lock tables " + LAST + " write");
            program.killWhen("it waits for the last table", () -> assertThat(waiting(statement))
                    .isPositive());
            statement.execute("unlock tables");
        }
        assertThat(names(folder)).hasSize(2).anyMatch(name -> name.startsWith(BackupName.DRAFT));
        assertThat(backups.files()).extracting(BackupFile::name).containsExactly(OLDER);
        assertThat(backups.standing().last().goesOn()).isTrue();

        schedule.install();

        assertThat(names(folder)).containsExactly(OLDER);
        assertThat(folder.resolve(OLDER)).hasContent("older");
        assertThat(backups.standing().last()).returns(BackupProblem.INTERRUPTED, BackupAttempt::problem);
    }

    /** The database that it was being restored into lives on without its program. */
    @Test
    void whatWasBeingProvenIsNotProvenAndItsDatabaseEndsWithTheNextStart() throws Exception {
        try (KilledProgram program = backup()) {
            program.killWhen("the second database runs", () -> assertThat(proof().resolve("port"))
                    .exists());
        }
        assertThat(databaseIn(proof())).isPresent();

        schedule.install();

        assertThat(databaseIn(proof())).isEmpty();
        assertThat(proof()).doesNotExist();
        assertThat(backups.files()).hasSize(2).allSatisfy(file -> assertThat(file.provenAt())
                .isNull());
        assertThat(backups.standing().last()).returns(BackupProblem.INTERRUPTED, BackupAttempt::problem);
    }

    @Test
    void whatWasBeingRestoredIsNoSiteAndTheSameCommandRestoresIt() throws Exception {
        String file = new BackupWriter(access(), directory)
                .write(folder, PASSPHRASE, Instant.now())
                .file()
                .toString();
        DataDirectory machine = new DataDirectory(DataFolders.fresh("machine"));
        BackupsTest.lendPrograms(machine);
        Path half = machine.file("restoring").resolve("mariadb");
        try (KilledProgram program = KilledProgram.start("restore", file, data(machine), passphrase())) {
            program.killWhen("half of the tables are there", () -> assertThat(tablesIn(half))
                    .isGreaterThan(20));
        }
        assertThat(databaseIn(half)).isPresent();
        assertThat(names(machine.path())).containsExactlyInAnyOrder("mariadb", "restoring");

        try (KilledProgram program = KilledProgram.start("run", data(machine), "--logging.file.name=")) {
            assertThat(program.exitCode()).isEqualTo(1);
            assertThat(program.said())
                    .contains("was not finished, and nothing of it is used: restore the backup again");
        }
        ShellBackup.restore(Path.of(file), ShellSettings.of(data(machine), passphrase()));

        assertThat(databaseIn(half)).isEmpty();
        assertThat(names(machine.path()))
                .contains("backup-passphrase", "restored")
                .doesNotContain("restoring");
        assertThat(machine.file("mariadb").resolve("data").resolve("relais").resolve(LAST + ".ibd"))
                .exists();
    }

    private KilledProgram backup() throws IOException {
        return KilledProgram.start(
                "backup",
                data(directory),
                passphrase(),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
    }

    private DatabaseAccess access() {
        return new DatabaseAccess(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private static String data(DataDirectory directory) {
        return "--relais.data.directory=" + directory.path();
    }

    private static String passphrase() {
        return "--relais.backup.passphrase=" + PASSPHRASE;
    }

    private Path proof() {
        return directory.file("proof");
    }

    private static long waiting(Statement statement) throws Exception {
        try (ResultSet waiting = statement.executeQuery("select count(*) from information_schema.processlist"
                + " where state like 'Waiting for table%' and info like '%" + LAST + "%'")) {
            waiting.next();
            return waiting.getLong(1);
        }
    }

    /** Of the database that is being filled; none while it does not answer yet. */
    private static long tablesIn(Path server) throws IOException {
        String port = Files.readString(server.resolve("port"));
        String password = Files.readString(server.resolve("password"));
        return JdbcClient.create(new DriverManagerDataSource(
                        "jdbc:mariadb://127.0.0.1:" + port + "/relais?sslMode=disable", "relais", password))
                .sql("select count(*) from information_schema.tables where table_schema = database()")
                .query(Long.class)
                .single();
    }

    private static Optional<ProcessHandle> databaseIn(Path server) {
        String wanted = "--datadir=" + server.resolve("data");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(wanted))
                        .orElse(false))
                .findFirst();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
