package org.relais.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.backup.BackupChanged;
import org.relais.backup.BackupPlan;
import org.relais.backup.BackupSecret;
import org.relais.backup.BackupSettings;
import org.relais.backup.Backups;
import org.relais.backup.BackupsTest;
import org.relais.components.Notice;
import org.relais.database.DataDirectory;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.testing.DataFolders;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The section of the settings about backups. */
class BackupPanelTest extends SeededSite {

    @Autowired
    private Backups backups;

    @Autowired
    private BackupSettings settings;

    @Autowired
    private BackupSecret secret;

    @Autowired
    private DataDirectory directory;

    @Autowired
    private CurrentUser person;

    private Path folder;

    @Autowired
    private BackupFeed feed;

    @BeforeEach
    void place() throws Exception {
        BackupsTest.lendPrograms(directory);
        jdbc.sql("delete from backup_attempt").update();
        folder = DataFolders.fresh("backups").toAbsolutePath();
        settings.choose(new BackupPlan(LocalTime.of(2, 0), folder, 7, 4));
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void forget() {
        secret.choose("");
        jdbc.sql("delete from setting where name like 'relais.backup.%'").update();
    }

    @Test
    void whatThereIsStandsThereWithHowItWasProven() {
        backups.make("admin");
        open();

        assertThat(state()).startsWith("Dernière sauvegarde restaurée et comparée");
        assertThat(find(BackupList.class).single().getChildren())
                .singleElement()
                .satisfies(file -> assertThat(((ListItem) file).getElement().getTextRecursively())
                        .contains("Restaurée et comparée", "Télécharger"));
        assertThat(find(OrderedList.class).withId("backup-guide").single().getChildren())
                .hasSize(4);
        assertThat(find(Code.class).all())
                .extracting(Code::getText)
                .containsExactly("relais restore FICHIER", "--relais.backup.passphrase=…");
    }

    /** Each of a backup's steps is told to the page; a link that is made anew at the moment it is pressed leads nowhere. */
    @Test
    void aLinkStaysWhileNothingOfItsFileChanges() {
        backups.make("admin");
        open();
        Component before = file();

        feed.changed(new BackupChanged());
        PageTurn.take();
        assertThat(file()).isSameAs(before);

        backups.make("admin");
        PageTurn.take();
        assertThat(file()).as("the backup that took its place").isNotSameAs(before);
    }

    /** Older ones are thinned out as soon as a newer one is proven. */
    @Test
    void aLinkStaysWhenAnotherFileGoes() throws Exception {
        Path older = Files.writeString(folder.resolve("relais-2026-01-31T020000Z.relais"), "an older one");
        Path newer = Files.writeString(folder.resolve("relais-2026-02-01T020000Z.relais"), "a newer one");
        open();
        Component before = file();
        assertThat(find(BackupList.class).single().getChildren()).hasSize(2);

        Files.delete(older);
        feed.changed(new BackupChanged());
        PageTurn.take();
        assertThat(find(BackupList.class).single().getChildren()).containsExactly(before);

        Files.writeString(older, "an older one");
        Files.delete(newer);
        feed.changed(new BackupChanged());
        PageTurn.take();
        assertThat(find(BackupList.class).single().getChildren())
                .singleElement()
                .isNotSameAs(before);
    }

    private Component file() {
        return find(BackupList.class).single().getChildren().findFirst().orElseThrow();
    }

    @Test
    void aFailureIsToldHereAndOnTheFirstPageWithItsCure() throws Exception {
        Files.delete(folder);
        backups.make(null);
        open();
        assertThat(state()).contains("a échoué", "Rebranchez son disque");

        UI.getCurrent().navigate("");
        assertThat(find(Paragraph.class).withId("home-backup-state").single().getText())
                .isEqualTo("La dernière sauvegarde a échoué");
    }

    @Test
    void aWrongPlanIsRefusedAtItsFields() {
        open();
        set("backup-time", "25:00");
        press("backup-save");
        assertThat(field("backup-time").getErrorMessage()).isEqualTo("Saisissez une heure, par exemple 02:00.");
        set("backup-time", "03:30");
        set("backup-folder", folder + "/absent");
        set("backup-daily", "0");
        press("backup-save");
        assertThat(field("backup-folder").getErrorMessage()).startsWith("Ce dossier n’existe pas");
        assertThat(field("backup-daily").isInvalid()).isTrue();

        set("backup-folder", folder.toString());
        set("backup-daily", "14");
        press("backup-save");
        assertThat(settings.plan()).isEqualTo(new BackupPlan(LocalTime.of(3, 30), folder, 14, 4));
    }

    @Test
    void aPassphraseIsSetAndNeverShown() {
        open();
        assertThat(passphraseState()).startsWith("Aucune phrase secrète");
        PasswordField field =
                find(PasswordField.class).withId("backup-passphrase").single();
        test(field).setValue("court");
        press("backup-passphrase-save");
        assertThat(field.getErrorMessage()).isEqualTo("Saisissez au moins 12 caractères.");

        test(field).setValue("quatre mots sans rapport");
        press("backup-passphrase-save");

        assertThat(passphraseState()).startsWith("Une phrase secrète est définie");
        assertThat(field.getValue()).isEmpty();
        assertThat(secret.isSet()).isTrue();
    }

    @Test
    void theAddressOfADownloadServesOnlyAdministrators() throws Exception {
        String name = backups.make("admin").orElseThrow().file();
        BackupDownload download = new BackupDownload(backups, person, name);
        DownloadEvent event = mock(DownloadEvent.class);
        signIn(new SignedInUser("user-2", "nurse", false, null, Set.of()));
        assertThatThrownBy(() -> download.handleDownloadRequest(event)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(event);

        signIn();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        when(event.getOutputStream()).thenReturn(sent);
        download.handleDownloadRequest(event);
        assertThat(sent.toByteArray()).isEqualTo(Files.readAllBytes(folder.resolve(name)));
    }

    private static void open() {
        UI.getCurrent().navigate("settings/backup");
    }

    private String state() {
        return find(Notice.class).withId("backup-state").single().getElement().getTextRecursively();
    }

    private String passphraseState() {
        return find(Paragraph.class).withId("backup-passphrase-state").single().getText();
    }

    private TextField field(String id) {
        return find(TextField.class).all().stream()
                .filter(field -> field.getId().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow();
    }

    private void set(String id, String value) {
        test(field(id)).setValue(value);
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }
}
