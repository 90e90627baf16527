package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.backup.UnusableBackup.Problem;
import org.relais.database.DataDirectory;
import org.relais.database.RestorePlace;
import org.relais.database.RestoredMark;
import org.relais.startup.StartFailure;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup becomes a site, or nothing at all. */
class RestorationTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant MOMENT = Instant.parse("2026-11-29T02:00:00Z");
    private static final String PASSPHRASE = "quatre mots sans rapport";

    private static Path backup;

    /** Whose key costs nothing to make. */
    private static Path withoutPassphrase;

    private final DataDirectory directory = new DataDirectory(DataFolders.fresh("restored"));

    @BeforeEach
    void lendPrograms() throws IOException {
        BackupsTest.lendPrograms(directory);
    }

    @BeforeAll
    static void makeOne() throws Exception {
        backup = write(PASSPHRASE);
        withoutPassphrase = write("");
    }

    private static Path write(String passphrase) throws Exception {
        DataDirectory site = new DataDirectory(DataFolders.fresh("data"));
        Files.writeString(site.file("secret.key"), "0".repeat(64));
        Files.writeString(site.file("hardware-id"), "a".repeat(32));
        DatabaseAccess access = new DatabaseAccess(database.url(), database.username(), database.password());
        return new BackupWriter(access, site)
                .write(DataFolders.fresh("backups"), passphrase, MOMENT)
                .file();
    }

    private Path programs() {
        return directory.file("mariadb").resolve("binaries");
    }

    @Test
    void whatIsWrongWithAFileIsToldAndNothingIsThereAfterwards() throws Exception {
        assertThat(problem(backup, "quatre mots avec rapport")).isEqualTo(Problem.WRONG_PASSPHRASE);
        assertThat(problem(backup, "")).isEqualTo(Problem.PASSPHRASE_NEEDED);
        byte[] content = Files.readAllBytes(withoutPassphrase);
        assertThat(problem(file(Arrays.copyOf(content, content.length - 1)), ""))
                .isEqualTo(Problem.TRUNCATED);
        assertThat(problem(file("notes".getBytes(StandardCharsets.UTF_8)), "")).isEqualTo(Problem.NOT_A_BACKUP);
        content[content.length / 2] ^= 1;
        assertThat(problem(file(content), "")).isEqualTo(Problem.DAMAGED);
        assertThat(names()).isEmpty();
    }

    @Test
    void aBackupOfANewerVersionIsRefusedBeforeAnythingIsBegun() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("""
                insert into flyway_schema_history
                select max(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'relais', now(), 1, 1
                from flyway_schema_history
                """).update();
        Path later = write("");
        jdbc.sql("delete from flyway_schema_history where version = '9999'").update();

        assertThat(problem(later, "")).isEqualTo(Problem.NEWER);
        assertThat(names()).isEmpty();
    }

    @Test
    void aDataDirectoryWithASiteIsLeftAsItIs() throws Exception {
        Files.writeString(directory.file("secret.key"), "1".repeat(64));

        assertThatThrownBy(() -> new Restoration(directory, programs(), null).restore(withoutPassphrase, ""))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("There is a site in")
                .hasMessageContaining("secret.key");
        assertThat(names()).containsExactly("secret.key");
        assertThat(directory.file("secret.key")).hasContent("1".repeat(64));
    }

    /** Into an empty schema of a server that is the site's own, where the rows are compared too. */
    @Test
    void anEmptySchemaOfAnotherServerIsFilledAndAFullOneRefused() throws Exception {
        try (TestDatabase target = TestDatabase.ofVersion("1")) {
            DatabaseAccess access = new DatabaseAccess(target.url(), target.username(), target.password());
            assertThatThrownBy(() -> new Restoration(directory, programs(), access).restore(withoutPassphrase, ""))
                    .isInstanceOf(SchemaInTheWay.class);
            assertThat(names()).isEmpty();
            JdbcClient jdbc = JdbcClient.create(target.dataSource());
            String schema = jdbc.sql("select database()").query(String.class).single();
            jdbc.sql("drop database " + schema).update();
            jdbc.sql("create database " + schema).update();
            leaveHalfARestore(access);

            assertThat(new Restoration(directory, programs(), access)
                            .restore(backup, PASSPHRASE)
                            .madeAt())
                    .isEqualTo(MOMENT);
        }
        assertThat(names()).contains("secret.key", "hardware-id", "backup-passphrase", "restored");
        assertThat(directory.file("hardware-id")).hasContent("a".repeat(32));
        assertThat(RestoredMark.in(directory)).contains(new RestoredMark(MOMENT));
    }

    /** As a process leaves it that was killed while it filled the schema: what is there is known to be its own. */
    private void leaveHalfARestore(DatabaseAccess access) throws Exception {
        RestorePlace cut = new RestorePlace(directory);
        cut.begin(access.url());
        cut.claim(access.url());
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + access.url().replaceFirst(".*/([^?]*).*", "$1") + ".content (id int)");
        }
    }

    private Problem problem(Path file, String passphrase) {
        UnusableBackup[] thrown = new UnusableBackup[1];
        assertThatThrownBy(() -> new Restoration(directory, programs(), null).restore(file, passphrase))
                .isInstanceOfSatisfying(UnusableBackup.class, unusable -> thrown[0] = unusable);
        return thrown[0].problem();
    }

    private static Path file(byte[] bytes) throws IOException {
        return Files.write(DataFolders.fresh("copies").resolve("copy.relais"), bytes);
    }

    /** What is in the data directory, but for the database's programs. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("mariadb"))
                    .toList();
        }
    }
}
