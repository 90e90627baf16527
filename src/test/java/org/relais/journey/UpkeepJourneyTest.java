package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.backup.BackupAttempt;
import org.relais.backup.Backups;
import org.relais.backup.BackupsTest;
import org.relais.database.DataDirectory;
import org.relais.doctor.CheckName;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks after the machine: backs it up, asks the doctor, follows a change to the central server. */
class UpkeepJourneyTest extends JourneySite {

    /** A database is made, filled and read again; the doctor waits for others. */
    private static final double LONG = 60_000;

    @Autowired
    private Backups backups;

    @Autowired
    private DataDirectory directory;

    /** What the pages say in a language. */
    record Words(
            String language,
            String encrypted,
            String unencrypted,
            String proven,
            String fileProven,
            String report,
            String copied,
            String inUse,
            String saved,
            String unsent,
            String left) {

        @Override
        public String toString() {
            return language;
        }
    }

    static Stream<Words> languages() {
        return Stream.of(
                new Words(
                        "fr-FR",
                        "Une phrase secrète est définie",
                        "Aucune phrase secrète n’est définie",
                        "Dernière sauvegarde restaurée et comparée",
                        "Restaurée et comparée",
                        "Diagnostic de Relais",
                        "Copié",
                        "Il est sur ce site, en service.",
                        "Enregistré sur ce site",
                        "Reste à envoyer à",
                        "Il n’attend plus"),
                new Words(
                        "es-CO",
                        "Hay una frase de contraseña",
                        "No hay frase de contraseña",
                        "Última copia restaurada y comparada",
                        "Restaurada y comparada",
                        "Diagnóstico de Relais",
                        "Copiado",
                        "Está en este sitio, en uso.",
                        "Guardado en este sitio",
                        "Falta enviarlo a",
                        "Ya no espera"));
    }

    @BeforeEach
    void lendPrograms() throws Exception {
        BackupsTest.lendPrograms(directory);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSiteIsBackedUpExaminedAndAChangeFollowed(Words words) throws Exception {
        Visitor visitor = signedInAt("settings/backup", words.language());
        backsUp(visitor, words);
        asksTheDoctor(visitor, words);
        followsAChange(visitor, words);
    }

    private void backsUp(Visitor visitor, Words words) throws Exception {
        Locator passphrase = visitor.find("#backup-passphrase-state");
        visitor.find("#backup-passphrase input").fill("quatre mots sans rapport");
        visitor.find("#backup-passphrase-save").click();
        assertThat(passphrase).containsText(words.encrypted());
        long before = lastBackup();

        visitor.find("#backup-now").click();
        Awaitility.await()
                .atMost(Duration.ofMillis((long) LONG))
                .until(() -> lastBackup() > before && !backups.standing().last().goesOn());
        assertThat(backups.standing().last()).returns(null, BackupAttempt::problem);
        // The page says the same already where another backup of today was proven: its button tells that it knows of
        // this one.
        assertThat(visitor.find("#backup-now")).isEnabled();
        assertThat(visitor.find("#backup-state")).containsText(words.proven());
        String name = backups.standing().last().file();
        Locator file = visitor.find("#backups .backup-file:has(a[href*='" + name + "'])");
        assertThat(file.locator("[data-proven]")).containsText(words.fileProven());
        assertThat(visitor.find("#backups .backup-file"))
                .hasCount(backups.files().size());

        Download download =
                visitor.page().waitForDownload(() -> file.locator("a").click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        assertThat(Files.size(download.path()))
                .isEqualTo(backups.standing().last().size());
        visitor.find("#backup-passphrase-remove").click();
        assertThat(passphrase).containsText(words.unencrypted());
    }

    private long lastBackup() {
        BackupAttempt last = backups.standing().last();
        return last == null ? 0 : last.id();
    }

    private static void asksTheDoctor(Visitor visitor, Words words) {
        visitor.open("settings/doctor");
        visitor.find("#doctor-start").click();
        Locator copy = visitor.find("#doctor-copy");
        copy.click(new Locator.ClickOptions().setTimeout(LONG));
        assertThat(copy).hasAttribute("data-copied-text", words.copied());
        Locator findings = visitor.find("#doctor-findings [data-check]");
        assertThat(findings).hasCount(CheckName.values().length);
        assertThat(visitor.find("#doctor-findings [data-state='going']")).hasCount(0);
        assertThat(visitor.find("#doctor-findings [data-check='legacy'][data-state='well']"))
                .isVisible();
        String copied = (String) visitor.page().evaluate("() => navigator.clipboard.readText()");
        assertThat(copied).startsWith(words.report());
        findings.locator(".doctor-title").allTextContents().forEach(check -> assertThat(copied)
                .contains(check));
    }

    /** From the list of what waits while it waits; by its code when it has been sent. */
    private void followsAChange(Visitor visitor, Words words) {
        String code = "T-" + UUID.randomUUID().toString().substring(0, 8);
        visitor.open("locations");
        visitor.addLocation(code);
        visitor.open("records/waiting");
        visitor.find("[aria-label*='" + code + "']").first().click();
        visitor.find("#record-trace").click();
        assertThat(visitor.page()).hasURL(Pattern.compile("records/trace\\?.*"));
        assertThat(visitor.find("#trace-story h2").first()).containsText(code);
        assertThat(visitor.find("#trace-state")).hasText(words.inUse());
        assertThat(visitor.find("#trace-lines")).containsText(words.saved());
        assertThat(visitor.find("#trace-lines")).containsText(words.unsent());

        assertThat(nothingWaits().error()).isNull();
        visitor.open("records/trace");
        visitor.find("#trace-search").fill(code);
        visitor.find("#trace-search").press("Enter");
        assertThat(visitor.find("#trace-lines"))
                .containsText(words.left(), new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        assertThat(visitor.find("#trace-lines")).not().containsText(words.unsent());
    }
}
