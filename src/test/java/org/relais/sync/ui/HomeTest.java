package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.failure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.components.HomeSection;
import org.relais.people.Permission;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.site.Store;
import org.relais.sync.SyncStatus;

/** The first page answers three questions. */
class HomeTest extends SyncPages {

    @BeforeEach
    void openHome() {
        publish(Statuses.calm());
        navigate("", Component.class);
    }

    @Test
    void itIsTheStoresPageAndNamesTheOthers() {
        Store segou = new Store("s1", "SEG", "Centre de santé de Ségou");
        Store annex = new Store("s2", "ANX", "Annexe");
        when(currentStore.find()).thenReturn(Optional.of(segou));
        when(currentStore.offered()).thenReturn(List.of(segou, annex));
        navigate("help-nowhere", Component.class);
        navigate("", Component.class);

        assertThat(text("home-title")).isEqualTo("Centre de santé de Ségou");
        assertThat(text("home-subtitle")).contains("aussi sur ce serveur : Annexe");
        assertThat(find(HomeSection.class).all())
                .extracting(section -> section.getId().orElseThrow())
                .containsExactly("home-up-to-date", "home-to-do", "home-whom-to-ask");
    }

    @Test
    void whereAllIsWellThereIsNothingToDo() {
        assertThat(text("home-state")).isEqualTo("Tout est à jour");
        assertThat(tone("home-up-to-date")).isEqualTo("good");
        assertThat(text("home-nothing-to-do")).isEqualTo("Rien");
        assertThat(tone("home-to-do")).isEqualTo("good");
        assertThat(text("home-last")).contains("aujourd’hui", "il y a 2 minutes");
        assertThat(text("home-whom-to-ask")).contains("À qui m’adresser ?", "Écrire à l’assistance");
    }

    @ParameterizedTest
    @CsvSource({"PT23H, good, Tout est à jour", "PT25H, warn, plus de 1 jour", "PT73H, bad, plus de 3 jours"})
    void itsColourIsTheAgeOfTheLastSuccess(Duration age, String tone, String words) {
        var success = Statuses.endedAt(3, NOW.minus(age), Outcome.SUCCEEDED, null);
        publish(Statuses.status(0, null, success, success));

        assertThat(tone("home-up-to-date")).isEqualTo(tone);
        assertThat(text("home-state")).contains(words);
    }

    @Test
    void whatIsToBeReportedIsToBeDoneAndWhatWaitsIsNot() {
        publish(Statuses.withSetAside(Statuses.calm(), new SetAsideTotal(11, 4)));
        assertThat(text("home-to-do-report")).isEqualTo("11 enregistrements sont à signaler à l’assistanceVoir");
        assertThat(tone("home-to-do")).isEqualTo("warn");

        publish(Statuses.withSetAside(Statuses.calm(), new SetAsideTotal(0, 4)));
        assertThat(shown("home-to-do-report")).isFalse();
        assertThat(tone("home-to-do")).isEqualTo("good");
    }

    @Test
    void whatTheNextRunTakesIsPromisedAndWhatNoRunTakesIsNot() {
        SyncStatus waiting = Statuses.status(4, null, Statuses.succeeded(7), Statuses.succeeded(7));
        publish(waiting);
        assertThat(text("home-to-do-waiting"))
                .startsWith("4 modifications sont en attente d’envoi")
                .contains("partiront toutes seules");
        assertThat(text("home-up-to-date")).contains("Elles seront envoyées à la prochaine synchronisation");

        publish(Statuses.paused(waiting));
        assertThat(text("home-state")).isEqualTo("La synchronisation est en pause");
        assertThat(tone("home-up-to-date")).isEqualTo("warn");
        assertThat(text("home-up-to-date"))
                .contains("tant que personne ne la reprend")
                .doesNotContain("seront envoyées");
        assertThat(text("home-next")).isEqualTo("En pause");
        assertThat(text("home-to-do-waiting")).contains("ne partiront pas toutes seules");
    }

    @Test
    void whoMayResumesAndTheOthersKnowWhomToAsk() {
        publish(Statuses.paused(Statuses.calm()));
        assertThat(text("home-to-do-paused")).contains("un administrateur peut la reprendre");
        assertThat(shown("home-resume")).isFalse();

        when(currentUser.may(any(Permission.class))).thenReturn(true);
        publish(Statuses.paused(Statuses.status(1, null, Statuses.succeeded(7), Statuses.succeeded(7))));
        test((Button) byId("home-resume")).click();
        assertThat(synchroniser.asked()).containsExactly("resume");
    }

    @Test
    void aFailureSaysWhatToDoWhereOneLooksForIt() {
        publish(Statuses.status(
                0,
                null,
                Statuses.ended(9, Outcome.FAILED, failure(FailureCode.WRONG_PASSWORD, CentralServer.LEGACY)),
                null));

        assertThat(tone("home-up-to-date")).isEqualTo("bad");
        assertThat(text("home-to-do-failure")).contains("Voir ce qui a échoué");
        assertThat(tone("home-to-do")).isEqualTo("warn");
    }

    private String tone(String section) {
        return byId(section).getElement().getAttribute("data-tone");
    }
}
