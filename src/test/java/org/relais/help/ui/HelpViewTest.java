package org.relais.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.help.ContactKind;
import org.relais.record.SetAsideTotal;
import org.relais.sync.SyncStatus;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class HelpViewTest extends SeededSite {

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    void oneStore() {
        signIn();
        noStores();
        everythingIsSent();
        newStore("Centre de santé");
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @Test
    void everyAliasLeadsHere() {
        for (String path : new String[] {"help", "aide", "ayuda"}) {
            assertThat(navigate(path, HelpView.class).isAttached()).isTrue();
        }
        assertThat(find(H1.class).single().getText()).isEqualTo("Aide");
    }

    @Test
    void contentsLeadToEveryPageOfTheHelp() {
        navigate(HelpView.class);

        List<Anchor> links =
                find(Anchor.class, find(HelpContents.class).single()).all();

        assertThat(links)
                .extracting(Anchor::getHref)
                .containsExactly("help", "help/synchronisation", "help/errors", "help/cold-chain");
        assertThat(links.getFirst().getElement().getAttribute("aria-current")).isEqualTo("page");
        assertThat(navigate("help/synchronisation", SyncHelpView.class).getPageTitle())
                .isEqualTo("Ce que fait une synchronisation · Relais");
    }

    @Test
    void messageSaysThatItWaitsAndThenThatItHasLeft() {
        navigate(HelpView.class);
        write("a@b.org", "Bonjour");
        test(send()).click();
        assertThat(journey().getText()).startsWith("Merci.");

        everythingIsSent();
        events.publishEvent(
                new SyncStatus(true, Instant.EPOCH, true, 7, null, null, null, null, null, SetAsideTotal.NONE));
        PageTurn.take();

        assertThat(journey().getText()).isEqualTo("Votre message est parti.");
    }

    @Test
    void wrongFieldsAreToldAndNothingIsSent() {
        navigate(HelpView.class);
        test(address()).setValue("a@b");
        test(send()).click();

        assertThat(address().getErrorMessage()).startsWith("Ce n’est pas une adresse e-mail complète");
        assertThat(text().getErrorMessage()).isEqualTo("Écrivez votre message.");
        assertThat(find(RadioButtonGroup.class).withId("contact-kind").single().isRequiredIndicatorVisible())
                .isTrue();
        assertThat(find(Paragraph.class).withId("contact-journey").exists()).isFalse();
        assertThat(send().isEnabled()).isTrue();
    }

    @Test
    void theBrowserHasTheWordsToCountWith() {
        navigate(HelpView.class);

        Element count = text().getHelperComponent().getElement();
        assertThat(count.getTag()).isEqualTo("relais-count");
        assertThat(count.getAttribute("words")).isEqualTo("{0} caractères sur {1}");
        assertThat(count.getAttribute("most")).isEqualTo("5000");
    }

    @Test
    void textTravelsWhenItsFieldIsLeftAndNotAfterADelayThatSendingCutsShort() {
        navigate(HelpView.class);

        assertThat(text().getValueChangeMode()).isEqualTo(ValueChangeMode.ON_CHANGE);
    }

    @Test
    void siteWithoutStoreCannotWriteYet() {
        noStores();
        navigate(HelpView.class);

        assertThat(send().isEnabled()).isFalse();
        assertThat(find(Paragraph.class).withId("contact-no-store").single().getText())
                .isNotBlank();
    }

    @Test
    void whoComesFromAFailureFindsItsDetailsInTheMessage() {
        long run = jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at, error_code, error_server,
                            error_call, error_detail, error_at)
                        values ('person', utc_timestamp(), utc_timestamp(), 'failed', utc_timestamp(), 'tls', 'legacy',
                            'GET /sync/v5/site', 'PKIX <b>path</b>', '2026-11-18 11:00:00') returning id
                        """).query(Long.class).single();

        UI.getCurrent().navigate("help", QueryParameters.of("about", "4711000<"));
        assertThat(text().getValue()).isEmpty();
        UI.getCurrent().navigate("help", QueryParameters.of("about", Long.toString(run)));

        assertThat(find(RadioButtonGroup.class).withId("contact-kind").single().getValue())
                .isEqualTo(ContactKind.SUPPORT);
        assertThat(text().getValue())
                .contains(
                        "La connexion sécurisée avec le serveur central mSupply n’a pas pu être établie.",
                        "Appel: GET /sync/v5/site",
                        "Code: tls",
                        "Réponse: PKIX <b>path</b>",
                        "Date et heure: 2026-11-18T11:00:00Z");
        assertThat(text().isReadOnly()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private void write(String address, String text) {
        RadioButtonGroup<ContactKind> kind =
                find(RadioButtonGroup.class).withId("contact-kind").single();
        kind.setValue(ContactKind.SUPPORT);
        test(address()).setValue(address);
        test(text()).setValue(text);
    }

    private EmailField address() {
        return find(EmailField.class).withId("contact-address").single();
    }

    private TextArea text() {
        return find(TextArea.class).withId("contact-text").single();
    }

    private Button send() {
        return find(Button.class).withId("contact-send").single();
    }

    private Paragraph journey() {
        return find(Paragraph.class).withId("contact-journey").single();
    }
}
