package org.relais.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.backup.BackupAttempt;
import org.relais.backup.BackupProblem;
import org.relais.backup.ShellBackup;
import org.relais.language.ShellLanguage;
import org.springframework.mock.env.MockEnvironment;

/** The commands that write into the data directory: backup, restore and run. */
class WritingCommandsTest {

    private final MockEnvironment settings = new MockEnvironment().withProperty("server.port", "8080");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"fr, Indiquez le fichier d’une sauvegarde", "es, Indique el archivo", "en, Name the file"})
    void aRestoreNeedsOneFile(String locale, String words) {
        assertThat(new RestoreCommand().carryOut(console(locale))).isEqualTo(ExitCode.NO_SUCH_COMMAND);
        assertThat(new RestoreCommand().carryOut(console(locale, "a", "b"))).isEqualTo(ExitCode.NO_SUCH_COMMAND);

        assertThat(text()).startsWith(words).contains("relais restore");
    }

    /** Each way in which nothing is begun has its own words, and leaves the folder as it was. */
    @ParameterizedTest
    @CsvSource({
        "fr, Il n’y a pas de site dans, est introuvable, n’est pas une sauvegarde de Relais",
        "es, No hay ningún sitio en, No se encuentra, no es una copia de seguridad de Relais",
        "en, There is no site in, is not there, is not a backup of Relais",
    })
    void whatCannotBeBegunIsToldInTheLanguageOfTheShell(
            String locale, String noSite, String missing, String another, @TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        settings.setProperty("relais.data.directory", data.toString());
        assertThat(new BackupCommand().carryOut(console(locale))).isEqualTo(ExitCode.NOT_WELL);
        assertThat(data).doesNotExist();
        assertThat(restored(locale, folder.resolve("away.relais"))).isEqualTo(ExitCode.NOT_WELL);
        Path notes = Files.writeString(folder.resolve("notes.txt"), "notes");
        assertThat(restored(locale, notes)).isEqualTo(ExitCode.NOT_WELL);
        assertThat(restored(locale, folder)).isEqualTo(ExitCode.NOT_WELL);
        assertThat(data).isEmptyDirectory();

        assertThat(text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(noSite),
                        line -> assertThat(line).contains(missing),
                        line -> assertThat(line).contains(another).contains("notes.txt"),
                        line -> assertThat(line).contains(another));
    }

    @Test
    void whatBecameOfABackupIsToldWithItsFile(@TempDir Path folder) {
        assertThat(BackupCommand.tell(made(folder, null), console("fr"))).isEqualTo(ExitCode.WELL);
        assertThat(BackupCommand.tell(made(folder, BackupProblem.NOT_TRIED), console("es")))
                .isEqualTo(ExitCode.NOT_WELL);
        assertThat(BackupCommand.tell(made(folder, BackupProblem.DISK_FULL), console("en")))
                .isEqualTo(ExitCode.NOT_WELL);

        assertThat(text())
                .contains(folder.resolve("a.relais") + "\u00a0: 12\u202f345 lignes, restaurées et comparées")
                .contains(folder.resolve("a.relais") + ": la copia se ha hecho, pero no está comprobada. No se pudo")
                .contains("No backup was made in " + folder + ". The disk of the folder for backups is full.")
                .contains("For the support team: words for support");
    }

    private static ShellBackup.Made made(Path folder, BackupProblem problem) {
        return new ShellBackup.Made(
                folder,
                new BackupAttempt(
                        1,
                        "root",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "a.relais",
                        10L,
                        12_345L,
                        problem == null ? Instant.EPOCH : null,
                        problem,
                        problem == null ? null : "words for support"));
    }

    private int restored(String locale, Path file) {
        return new RestoreCommand().carryOut(console(locale, file.toString()));
    }

    /** What root writes there the service could not use. Only root can try it. */
    @Test
    void rootIsRefusedWhatWouldWriteInAnotherAccountsData(@TempDir Path folder) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may write in another account's folder");
        Path data = Files.createDirectory(folder.resolve("data"));
        settings.setProperty("relais.data.directory", data.toString());
        assertThat(Commands.refuseToRun(console("fr"))).isEmpty();
        Files.setOwner(folder, nobody());
        assertThat(Commands.refuseToRun(console("fr"))).as("its own folder").isEmpty();

        Files.setOwner(data, nobody());
        assertThat(Commands.refuseToRun(console("fr"))).hasValue(ExitCode.NOT_ALLOWED);
        assertThat(Commands.carryOut(new BackupCommand(), console("es"))).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(Commands.carryOut(new RestoreCommand(), console("en", "a"))).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(Commands.carryOut(new VersionCommand(), console("en"))).isEqualTo(ExitCode.WELL);
        assertThat(text())
                .contains("appartiennent au compte nobody", "runuser -u nobody -- relais run")
                .contains("pertenecen a la cuenta nobody", "runuser -u nobody -- relais backup")
                .contains("belong to the account nobody", "runuser -u nobody -- relais restore");
        assertThat(data).isEmptyDirectory();
    }

    /** The data directory of a package that was never started, or whose data were put aside. */
    @Test
    void rootIsRefusedToMakeTheDataDirectoryOfAnInstalledSite(@TempDir Path folder) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may write in another account's folder");
        Files.setOwner(folder, nobody());
        settings.setProperty("relais.data.directory", folder.resolve("data").toString());
        assertThat(Commands.refuseToRun(console("fr"))).as("no installed one").isEmpty();

        settings.setProperty("relais.account", "nobody");

        assertThat(Commands.refuseToRun(console("fr"))).hasValue(ExitCode.NOT_ALLOWED);
        assertThat(folder).isEmptyDirectory();
    }

    private static UserPrincipal nobody() throws IOException {
        return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    }

    private Console console(String locale, String... words) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Console(settings, List.of(words), ShellLanguage.of(Map.of("LANG", locale)), out, out);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
