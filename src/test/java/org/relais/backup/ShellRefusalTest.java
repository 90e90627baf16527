package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.database.DataDirectory;
import org.relais.language.Phrases;
import org.relais.language.ShellLanguage;
import org.relais.startup.WrongSetting;
import org.relais.testing.DataFolders;
import org.relais.testing.ShellSettings;
import org.relais.testing.TestDatabase;

/** Whatever stops a command, the person at the shell reads one sentence of their language that says what to do. */
class ShellRefusalTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Path DATA = Path.of("/srv/relais");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException("No space left on device"), "Le disque de /srv/relais est plein"),
                Arguments.of(new SQLException("full", "HY000", 1021), "Le disque de /srv/relais est plein"),
                Arguments.of(new IOException("Read-only file system"), "Le disque de /srv/relais est en lecture seule"),
                Arguments.of(new AccessDeniedException("/mnt/a"), "Ce compte n’a pas le droit d’utiliser /mnt/a"),
                Arguments.of(new NoSuchFileException("/mnt/a"), "/mnt/a est introuvable"),
                Arguments.of(new SQLException("unknown column"), "La base de données refuse\u00a0: unknown column"),
                Arguments.of(new Proof.Differs("[content]"), "La base de données ne rend pas ce qui y a été mis"),
                Arguments.of(
                        new IllegalStateException(new WrongSetting("relais.backup.time", "25", "must be a time")),
                        "Un paramètre est inutilisable\u00a0: Setting relais.backup.time=25"),
                Arguments.of(new IllegalStateException("odd"), "Cela n’a pas fonctionné"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsSentence(Exception failure, String beginning) {
        assertThat(french(ShellRefusal.of(failure, DATA, ShellSettings.of()))).startsWith(beginning);
    }

    @ParameterizedTest
    @EnumSource(UnusableBackup.Problem.class)
    void eachUnusableFileHasItsSentence(UnusableBackup.Problem problem) {
        assertThat(french(new ShellRefusal("unusable." + problem.key(), "copie.relais")))
                .contains("copie.relais")
                .doesNotContain("!");
    }

    @Test
    void aSiteInTheWayIsNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("hardware-id"), "a");
        DataDirectory site = new DataDirectory(DataFolders.fresh("data"));
        Path backup = new BackupWriter(
                        new DatabaseAccess(database.url(), database.username(), database.password()), site)
                .write(DataFolders.fresh("backups"), "", Instant.EPOCH)
                .file();

        assertThatThrownBy(() -> ShellBackup.restore(backup, ShellSettings.of("--relais.data.directory=" + folder)))
                .isInstanceOfSatisfying(ShellRefusal.class, refusal -> assertThat(french(refusal))
                        .startsWith("Il y a déjà un site dans " + folder + " (hardware-id)"));
    }

    /** Those that need another process or another server to come about. */
    @ParameterizedTest
    @ValueSource(strings = {"in-use", "room", "schema", "going", "no-site", "unusable"})
    void theRareOnesHaveTheirSentenceToo(String key) {
        assertThat(french(new ShellRefusal(key, DATA, 500, 20))).doesNotContain("!");
    }

    private static String french(ShellRefusal refusal) {
        Phrases phrases = ShellLanguage.of(Map.of("LANG", "fr"));
        return phrases.text(refusal.key(), refusal.parameters());
    }
}
