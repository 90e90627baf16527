package org.relais.doctor.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.components.CopyButton;
import org.relais.doctor.CheckName;
import org.relais.people.SignedInUser;
import org.relais.record.SetAsideTotal;
import org.relais.sync.SyncStatus;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;

/** The doctor in the settings and on the set-up page. */
class DoctorPanelTest extends SeededSite {

    @Autowired
    private ApplicationEventPublisher engine;

    @BeforeEach
    void comeIn() {
        signIn();
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    private Button start() {
        return find(Button.class).withId("doctor-start").single();
    }

    private void examine() {
        test(start()).click();
        assertThat(start().isEnabled()).isFalse();
        Awaitility.await().pollInSameThread().until(() -> {
            roundTrip();
            return start().isEnabled();
        });
    }

    private Component item(CheckName check) {
        return find(FindingItem.class).all().stream()
                .filter(item -> check.key().equals(item.getElement().getAttribute("data-check")))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Component item) {
        return item.getElement().getAttribute("data-state");
    }

    @Test
    void everyCheckIsToldWithWhatToDoAndCanBeCopiedInTheReadersLanguage() {
        UI.getCurrent().navigate("settings/doctor");
        examine();

        List<FindingItem> items = find(FindingItem.class).all();
        assertThat(items).hasSize(CheckName.values().length).noneMatch(item -> state(item)
                .equals("going"));
        assertThat(state(item(CheckName.DATABASE))).isEqualTo("well");
        assertThat(state(item(CheckName.TCP))).isEqualTo("broken");
        assertThat(item(CheckName.TCP).getElement().getTextRecursively())
                .contains("refuse les connexions sur le port 9", "prévenez l’assistance");
        assertThat(item(CheckName.LEGACY).getElement().getTextRecursively())
                .contains("Non essayé", "Connexion au serveur central");
        CopyButton copy = find(CopyButton.class).withId("doctor-copy").single();
        assertThat(copy.getElement().getAttribute("data-copy"))
                .startsWith("Diagnostic de Relais")
                .contains("[en panne] Connexion au serveur central", "[en ordre] Base de données");

        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        assertThat(item(CheckName.DATABASE).getElement().getTextRecursively()).contains("Base de datos", "Responde.");
        assertThat(copy.getElement().getAttribute("data-copy")).startsWith("Diagnóstico de Relais");
    }

    @Test
    void whoLostTheRightMeanwhileIsRefused() {
        UI.getCurrent().navigate("settings/doctor");
        Button open = start();
        signIn(new SignedInUser("user-2", "nurse", false, null, Set.of()));

        assertThatThrownBy(() -> test(open).click()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onTheSetUpPageTheAddressThatIsTypedIsExamined() {
        jdbc.sql("delete from site").update();
        // Another test may have told of a site that is set up.
        engine.publishEvent(new SyncStatus(false, null, true, 0, null, null, null, null, null, SetAsideTotal.NONE));
        UI.getCurrent().navigate("setup");
        test(find(TextField.class).withId("central-url").single()).setValue("http://127.0.0.1:1");
        examine();

        assertThat(item(CheckName.TCP).getElement().getTextRecursively()).contains("sur le port 1.");
        assertThat(find(Paragraph.class).withId("doctor-summary").single().getText())
                .startsWith("En panne");
    }
}
