package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.language.PhraseBook;
import org.relais.people.CurrentUser;
import org.relais.record.WaitingChanges;
import org.relais.site.Site;
import org.relais.sync.RunGoingOn;
import org.relais.sync.StartOver;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Starting over is explained, and asked for twice. */
class StartOverPanelTest extends SeededSite {

    @Autowired
    private Site site;

    @Autowired
    private CurrentUser person;

    @Autowired
    private PhraseBook phraseBook;

    @Autowired
    private ObjectProvider<StartOverPanel> panels;

    private final StartOver startOver = mock(StartOver.class);

    @BeforeEach
    void open() {
        newStore("Centre de santé");
        signIn();
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
        when(startOver.names("Site 2")).thenReturn(true);
    }

    private void openWith(WaitingChanges... losses) {
        when(startOver.losses()).thenReturn(List.of(losses));
        UI.getCurrent().add(new StartOverPanel(startOver, site, person, phraseBook));
        click("start-over-open");
    }

    private void click(String id) {
        test((Button) byId(id)).click();
    }

    private String text(String id) {
        return byId(id).getElement().getTextRecursively();
    }

    @Test
    void aNewOneIsForEveryPage() {
        assertThat(panels.getObject()).isNotSameAs(panels.getObject());
    }

    @Test
    void namesWhatIsLostByTableAndNumber() {
        openWith(new WaitingChanges("Location", 1200), new WaitingChanges("some_table", 1));

        assertThat(find(Dialog.class).single().getHeaderTitle())
                .isEqualTo("Réinitialiser le site «\u00a0Site 2\u00a0»\u202f?");
        assertThat(text("start-over-lost")).startsWith("1\u202f201 modifications n’ont pas encore été envoyées");
        assertThat(text("start-over-losses")).isEqualTo("Emplacements\u00a0: 1\u202f200Autres (some_table)\u00a0: 1");
    }

    @Test
    void saysNothingOfLossesWhereThereAreNone() {
        openWith();
        assertThat(find(Component.class).withId("start-over-lost").exists()).isFalse();
    }

    @Test
    void anotherNameBeginsNothing() {
        openWith();
        test((TextField) byId("start-over-name")).setValue("site 3");
        click("start-over-begin");

        assertThat(((TextField) byId("start-over-name")).isInvalid()).isTrue();
        assertThat(((TextField) byId("start-over-name")).isRequiredIndicatorVisible())
                .isTrue();
        assertThat(((TextField) byId("start-over-name")).getErrorMessage()).contains("Site 2");
        verify(startOver, never()).begin(any(), any());
    }

    @Test
    void theRightNameBegins() {
        openWith();
        test((TextField) byId("start-over-name")).setValue("Site 2");
        click("start-over-begin");

        verify(startOver).begin("Site 2", "admin");
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void whatWasSavedMeanwhileIsNamedBeforeItIsLost() {
        openWith(new WaitingChanges("Location", 1));
        when(startOver.losses()).thenReturn(List.of(new WaitingChanges("Location", 3)));
        test((TextField) byId("start-over-name")).setValue("Site 2");
        click("start-over-begin");

        verify(startOver, never()).begin(any(), any());
        assertThat(text("start-over-losses")).isEqualTo("Emplacements\u00a0: 3");
        click("start-over-begin");
        verify(startOver).begin(any(), any());
    }

    @Test
    void aRunThatGoesOnIsToldInWords() {
        openWith();
        doThrow(mock(RunGoingOn.class)).when(startOver).begin("Site 2", "admin");
        test((TextField) byId("start-over-name")).setValue("Site 2");
        click("start-over-begin");

        assertThat(text("start-over-refused")).startsWith("Une synchronisation est en cours.");
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
    }
}
