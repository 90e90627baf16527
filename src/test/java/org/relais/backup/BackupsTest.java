package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.database.DataDirectory;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.testing.DataFolders;
import org.relais.testing.SeededSite;
import org.relais.testing.SmallDisk;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

/** Backups of a whole application: made, proven, kept; and what is told when one cannot be made. */
public class BackupsTest extends SeededSite {

    @Autowired
    private Backups backups;

    @Autowired
    private BackupSettings settings;

    @Autowired
    private BackupSecret secret;

    @Autowired
    private BackupHealth health;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private Clock clock;

    private Path folder;

    /** The programs of the database that every test has: unpacking others would take longer than the test. */
    public static void lendPrograms(DataDirectory directory) throws IOException {
        Path mariadb = Files.createDirectories(directory.file("mariadb"));
        if (!Files.exists(mariadb.resolve("binaries"))) {
            Files.createSymbolicLink(mariadb.resolve("binaries"), EmbeddedMariaDbForTests.binaries());
        }
    }

    @BeforeEach
    void place() throws IOException {
        lendPrograms(directory);
        jdbc.sql("delete from backup_attempt").update();
        folder = DataFolders.fresh("backups").toAbsolutePath();
        choose(folder);
    }

    @AfterEach
    void forget() {
        secret.choose("");
        jdbc.sql("delete from setting where name like 'relais.backup.%'").update();
    }

    @Test
    void aBackupIsMadeProvenAndTold() throws Exception {
        secret.choose("une phrase bien longue");
        assertThat(backups.standing().word(clock.instant())).isEqualTo(BackupStanding.Word.NONE);

        BackupAttempt made = backups.make("admin").orElseThrow();

        assertThat(made)
                .returns(null, BackupAttempt::problem)
                .returns("admin", BackupAttempt::askedBy)
                .matches(attempt -> attempt.provenAt() != null && attempt.rows() > 0);
        assertThat(backups.files())
                .singleElement()
                .returns(made.file(), BackupFile::name)
                .returns(made.provenAt(), BackupFile::provenAt);
        assertThatThrownBy(() -> SealedInput.open(folder.resolve(made.file()), ""))
                .isInstanceOf(UnusableBackup.class);
        assertThat(backups.standing().word(clock.instant())).isEqualTo(BackupStanding.Word.GOOD);
        assertThat(backups.standing().word(clock.instant().plus(Duration.ofDays(3))))
                .isEqualTo(BackupStanding.Word.LATE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(Files.exists(directory.file("proof"))).isFalse();
    }

    @Test
    void aFolderThatIsAwayIsTold() throws Exception {
        Files.delete(folder);

        assertFails(BackupProblem.FOLDER_AWAY);
    }

    @Test
    void onAFullOrReadOnlyDiskTheOlderBackupsStay() throws Exception {
        try (SmallDisk disk = SmallDisk.of(DataSize.ofMegabytes(1))) {
            choose(disk.path());
            Path older = Files.createFile(disk.path().resolve("relais-2020-01-01T020000Z.relais"));
            disk.fill();
            assertFails(BackupProblem.DISK_FULL);
            assertThat(names(disk.path()))
                    .containsExactlyInAnyOrder("fill", older.getFileName().toString());

            disk.empty();
            disk.makeReadOnly();
            assertFails(BackupProblem.NOT_WRITABLE);
            assertThat(older).exists();
            disk.makeWritable();
        }
    }

    @Test
    void whatAnotherProcessWasMakingWhenItEndedIsToldAsInterrupted() {
        jdbc.sql("insert into backup_attempt (started_at) values (utc_timestamp(6))")
                .update();
        assertThat(backups.standing().last().goesOn()).isTrue();

        backups.closeWhatWasCut();

        assertThat(backups.standing().last()).returns(BackupProblem.INTERRUPTED, BackupAttempt::problem);
        assertThat(backups.standing().word(clock.instant())).isEqualTo(BackupStanding.Word.FAILED);
    }

    @Test
    void aBackupThatIsNotProvenIsToldAndKept() throws Exception {
        Path programs = directory.file("mariadb").resolve("binaries");
        Files.delete(programs);
        Files.createFile(programs);
        try {
            BackupAttempt made = backups.make(null).orElseThrow();

            assertThat(made).returns(BackupProblem.NOT_TRIED, BackupAttempt::problem);
            assertThat(backups.standing().word(clock.instant())).isEqualTo(BackupStanding.Word.UNPROVEN);
            assertThat(backups.files()).singleElement().returns(null, BackupFile::provenAt);
        } finally {
            Files.delete(programs);
        }
    }

    @Test
    void aPlanThatCannotBeIsRefusedWholly() {
        BackupPlan wrong = new BackupPlan(LocalTime.NOON, folder.resolve("away"), 0, 521);

        assertThatThrownBy(() -> settings.choose(wrong))
                .isInstanceOfSatisfying(Invalid.class, refused -> assertThat(refused.problems(PlanProblem.class))
                        .containsExactly(PlanProblem.FOLDER_AWAY, PlanProblem.DAILY, PlanProblem.WEEKLY));
        assertThat(settings.plan()).isEqualTo(new BackupPlan(LocalTime.of(2, 0), folder, 7, 4));
        assertThatThrownBy(() -> secret.choose("trop court")).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertFails(BackupProblem problem) {
        assertThat(backups.make(null).orElseThrow()).returns(problem, BackupAttempt::problem);
        assertThat(backups.standing().word(clock.instant())).isEqualTo(BackupStanding.Word.FAILED);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void choose(Path where) {
        settings.choose(new BackupPlan(LocalTime.of(2, 0), where, 7, 4));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
