package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.failed;
import static org.relais.sync.ui.Statuses.failure;
import static org.relais.sync.ui.Statuses.step;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.people.Permission;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.sync.SyncStatus;

/** What the Synchronisation page says of failures, and what it offers. */
class SyncFailureTest extends SyncPages {

    @Test
    void saysWhatFailedAndKeepsTheDetailsBehindAnI() {
        Failure wrong = failure(FailureCode.WRONG_PASSWORD, CentralServer.LEGACY);
        open(Statuses.status(
                1,
                null,
                Statuses.ended(9, Outcome.FAILED, wrong, failed(SyncStep.PUSH, wrong)),
                Statuses.endedAt(3, NOW.minus(Duration.ofHours(30)), Outcome.SUCCEEDED, null)));

        assertThat(marks("data-state")).containsExactly("failed");
        assertThat(text("sync-error"))
                .contains("Le serveur central mSupply a refusé le mot de passe du site.")
                .contains("Un administrateur doit saisir à nouveau le mot de passe");
        assertThat(byId("step-error-push").getElement().getAttribute("aria-label"))
                .isEqualTo("Détails de l’erreur");
        assertThat(find(NativeButton.class).all())
                .anySatisfy(copy -> assertThat(copy.getElement().getAttribute("data-copy"))
                        .contains("401 site_incorrect_password: no")
                        .contains("GET /sync/v5/site")
                        .contains("wrong-password"));
        assertThat(find(Anchor.class).all())
                .anySatisfy(help -> assertThat(help.getHref()).isEqualTo("help/errors#wrong-password"));
        assertThat(text("last-sync"))
                .contains("aujourd’hui à")
                .contains("a duré 2 min 5 s")
                .contains("Échouée");
        assertThat(text("last-success")).contains("hier à");
    }

    @Test
    void saysWhichPartIsMissing() {
        Failure down = failure(FailureCode.CONNECTION, CentralServer.OPEN);
        open(Statuses.status(0, null, Statuses.ended(9, Outcome.PARTIAL, down, failed(SyncStep.PUSH_V6, down)), null));

        assertThat(text("sync-error")).contains("Il manque l’échange avec le serveur central Open mSupply");
        assertThat(byId("sync-error").getElement().getAttribute("data-tone")).isEqualTo("warn");
    }

    @Test
    void namesBothServersThatFailed() {
        Failure legacy = failure(FailureCode.CONNECTION, CentralServer.LEGACY);
        Failure open = failure(FailureCode.TIMEOUT, CentralServer.OPEN);
        open(Statuses.status(
                0,
                null,
                Statuses.ended(
                        9, Outcome.FAILED, legacy, failed(SyncStep.PUSH_V6, open), failed(SyncStep.PUSH, legacy)),
                null));

        assertThat(text("sync-error"))
                .contains("Impossible de joindre le serveur central mSupply.")
                .contains("Le serveur central Open mSupply n’a pas répondu à temps.")
                .contains("Vérifiez la connexion internet de ce serveur.");
    }

    @Test
    void doesNotBlameTheInternetWhereTheOtherServerAnswered() {
        Failure down = failure(FailureCode.CONNECTION, CentralServer.OPEN);
        open(Statuses.status(
                0,
                null,
                Statuses.ended(
                        9, Outcome.PARTIAL, down, failed(SyncStep.PUSH_V6, down), step(SyncStep.PUSH, StepState.DONE)),
                null));

        assertThat(text("sync-error"))
                .contains("Internet fonctionne : le serveur central mSupply a répondu.")
                .doesNotContain("Vérifiez la connexion");
    }

    @Test
    void saysWhyAStepWasSkipped() {
        Failure down = failure(FailureCode.CONNECTION, CentralServer.OPEN);
        open(Statuses.status(
                0,
                null,
                Statuses.ended(
                        9,
                        Outcome.PARTIAL,
                        down,
                        failed(SyncStep.PUSH_V6, down),
                        step(SyncStep.PULL_V6, StepState.SKIPPED)),
                null));

        assertThat(plain(item(SyncStep.PULL_V6).figures()))
                .isEqualTo(
                        "Étape ignorée : l’échange avec le serveur central Open mSupply a échoué à l’étape Push V6.");
    }

    @Test
    void aStepThatAPersonCancelledIsNoAlarm() {
        Failure cancelled = new Failure(FailureCode.CANCELLED, null, null, "", NOW);
        open(Statuses.status(
                0,
                null,
                Statuses.ended(
                        9,
                        Outcome.CANCELLED,
                        cancelled,
                        failed(SyncStep.PUSH, cancelled),
                        step(SyncStep.PULL_CENTRAL, StepState.SKIPPED)),
                null));

        assertThat(marks("data-tone")).containsExactly("calm", "plain");
        assertThat(item(SyncStep.PUSH).getElement().getTextRecursively()).contains("annulée");
        assertThat(item(SyncStep.PULL_CENTRAL).figures()).contains("la synchronisation a été annulée");
        assertThat(byId("sync-error").getElement().getAttribute("data-tone")).isEqualTo("calm");
        assertThat(text("sync-error")).doesNotContain("Il manque");
    }

    @Test
    void leadsFromTheErrorToItsCure() {
        Failure wrong = failure(FailureCode.WRONG_PASSWORD, CentralServer.LEGACY);
        SyncStatus refused =
                Statuses.status(0, null, Statuses.ended(9, Outcome.FAILED, wrong, failed(SyncStep.PUSH, wrong)), null);
        open(refused);
        assertThat(cure()).containsExactly("Prévenir l’assistance", "help?about=9");

        when(currentUser.may(Permission.ADMINISTER_SERVER)).thenReturn(true);
        navigate("", Component.class);
        open(refused);
        assertThat(cure()).containsExactly("Corriger le mot de passe", "settings/connection?correct=password");
        assertThat(shown("sync-settings")).isTrue();

        Failure slow = failure(FailureCode.TIMEOUT, CentralServer.LEGACY);
        publish(Statuses.status(0, null, Statuses.ended(10, Outcome.FAILED, slow, failed(SyncStep.PUSH, slow)), null));
        NativeButton retry = find(NativeButton.class, byId("sync-cure")).single();
        assertThat(retry.getText()).isEqualTo("Réessayer");
        assertThat(cure()).as("beside it").containsExactly("Lancer le diagnostic", "settings/doctor");
        test(retry).click();
        assertThat(synchroniser.asked()).containsExactly("start PERSON null");
    }

    @Test
    void whoIsNoAdministratorIsNotSentToTheDoctor() {
        Failure slow = failure(FailureCode.TIMEOUT, CentralServer.LEGACY);
        open(Statuses.status(0, null, Statuses.ended(10, Outcome.FAILED, slow, failed(SyncStep.PUSH, slow)), null));

        assertThat(find(NativeButton.class, byId("sync-cure")).single().getText())
                .isEqualTo("Réessayer");
        assertThat(find(Anchor.class, byId("sync-cure")).exists()).isFalse();
    }

    private List<String> cure() {
        Anchor link = find(Anchor.class, byId("sync-cure")).single();
        return List.of(link.getText(), link.getHref());
    }

    @Test
    void forgetsTheErrorWhenANewRunBegins() {
        Failure down = failure(FailureCode.TIMEOUT, CentralServer.LEGACY);
        Run bad = Statuses.ended(9, Outcome.FAILED, down, failed(SyncStep.PUSH, down));
        open(Statuses.status(0, null, bad, null));
        assertThat(shown("sync-error")).isTrue();

        publish(Statuses.status(0, Statuses.going(10, step(SyncStep.PUSH, StepState.ACTIVE)), bad, null));

        assertThat(shown("sync-error")).isFalse();
        assertThat(shown("step-error-push")).isFalse();
    }
}
