package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The connection on the settings page. */
class ConnectionPanelTest extends SettingsSite {

    @Test
    void aConnectionThatCannotBeRightIsToldAtItsFields() {
        open("fr");
        test(text("central-url")).setValue("central.example.org");
        test(button("connection-save")).click();
        answered();

        assertThat(text("central-url").getErrorMessage()).startsWith("Ce n’est pas l’adresse d’un serveur");
        assertThat(find(Div.class).withId("connection-report").exists()).isFalse();
    }

    @Test
    void aServerThatIsNotThereIsToldWithItsHintAndNothingIsKept() {
        open("es");
        test(text("site-name")).setValue("Otro sitio");
        test(find(PasswordField.class).withId("site-password").single()).setValue("mijo-y-arroz");
        test(button("connection-save")).click();
        assertThat(report()).contains("Consultando los servidores centrales…");
        assertThat(button("connection-test").isEnabled()).isFalse();
        answered();

        assertThat(report()).contains("No se puede contactar con el servidor central");
        assertThat(jdbc.sql("select name from site").query(String.class).single())
                .isEqualTo("Site 2");
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
        assertThat(report()).contains("Impossible de joindre le serveur central");
    }

    @Test
    void aQuestionThatTakesLongCanBeTakenBack() throws IOException {
        open("en");
        // Takes the call and never answers.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            test(text("central-url")).setValue("http://127.0.0.1:" + silent.getLocalPort());
            test(find(PasswordField.class).withId("site-password").single()).setValue("pass");
            test(button("connection-test")).click();
            test(button("connection-stop")).click();
        }

        assertThat(find(Div.class).withId("connection-report").exists()).isFalse();
        assertThat(find(Button.class).withId("connection-stop").exists()).isFalse();
        assertThat(button("connection-save").isEnabled()).isTrue();
    }

    @Test
    void thePasswordFieldIsEmptyAndTheLanguageChangesWhatIsShown() {
        open("en");
        assertThat(find(PasswordField.class).withId("site-password").single().getValue())
                .isEmpty();
        test(text("badge-late-after")).setValue("36 h");

        UI.getCurrent().setLocale(Locale.FRENCH);

        assertThat(plain(text("badge-late-after").getValue())).isEqualTo("1 jour 12 heures");
    }

    /** The servers are asked in the background; the page gets the answer through server push. */
    private void answered() {
        Awaitility.await().pollInSameThread().until(() -> {
            roundTrip();
            return button("connection-save").isEnabled();
        });
    }

    private String report() {
        return component("connection-report").getElement().getTextRecursively();
    }
}
