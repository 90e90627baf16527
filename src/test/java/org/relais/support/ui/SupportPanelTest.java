package org.relais.support.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.language.PhraseBook;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.support.SupportBundle;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class SupportPanelTest extends SeededSite {

    @Autowired
    private SupportBundle bundle;

    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private PhraseBook phraseBook;

    private final DownloadEvent event = mock(DownloadEvent.class);
    private SupportPanel panel;

    @BeforeEach
    void panel() {
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
        panel = new SupportPanel(bundle, currentUser);
        UI.getCurrent().add(panel);
        panel.translate(phraseBook.of(UI.getCurrent()));
    }

    @Test
    void administratorGetsTheFileInThePagesLanguage() throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        when(event.getOutputStream()).thenReturn(sent);

        panel.send(event);

        assertThat(find(Anchor.class).withId("support-bundle").single().getText())
                .isEqualTo("Télécharger le fichier d’assistance");
        verify(event).setFileName(matches("relais-[A-Za-z0-9-]+-\\d{8}-\\d{6}Z\\.zip"));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("README.txt");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).startsWith("Fichier d’assistance");
        }
    }

    @Test
    void nobodyElseGetsItWithTheAddressAlone() {
        signIn(new SignedInUser("user-2", "nurse", false, null, Set.of()));

        assertThatThrownBy(() -> panel.send(event)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(event);
    }
}
