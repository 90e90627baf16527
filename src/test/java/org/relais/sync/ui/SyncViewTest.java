package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.counted;
import static org.relais.sync.ui.Statuses.failed;
import static org.relais.sync.ui.Statuses.failure;
import static org.relais.sync.ui.Statuses.step;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.people.SignedInUser;
import org.relais.record.Backlog;
import org.relais.record.SetAsideTotal;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.sync.SyncStatus;

/** What the Synchronisation page says of runs. */
class SyncViewTest extends SyncPages {

    @Test
    void aRecordThatGetsThereByItselfIsNotCountedAsFailed() {
        when(records.backlog()).thenReturn(new Backlog(9, 2));
        when(outbox.failureCount()).thenReturn(1L);

        open(Statuses.calm());

        assertThat(text("look-back-failed")).isEqualTo("3 enregistrements en échec");
    }

    @Test
    void showsTheSixStepsAsTheLastRunLeftThem() {
        open(Statuses.calm());

        assertThat(marks("data-step"))
                .containsExactly("push-v6", "push", "pull-central", "pull-remote", "pull-v6", "integrate");
        assertThat(marks("data-state")).containsOnly("done");
        assertThat(marks("aria-current")).containsOnlyNulls();
    }

    @Test
    void showsTheStepsOfAFirstSynchronisationBeforeAnyRun() {
        open(new SyncStatus(true, null, false, 0, null, null, null, null, null, SetAsideTotal.NONE));

        assertThat(marks("data-step"))
                .containsExactly("prepare", "pull-central", "pull-remote", "pull-v6", "integrate");
        assertThat(marks("data-state")).containsOnly("pending");
        assertThat(text("last-sync")).contains("Jamais synchronisé");
    }

    @Test
    void followsARunLive() {
        open(Statuses.calm());

        publish(Statuses.status(
                4,
                Statuses.going(
                        8,
                        counted(SyncStep.PUSH_V6, StepState.DONE, 4, 4, 1L),
                        counted(SyncStep.PUSH, StepState.ACTIVE, 2, 4, 2L),
                        step(SyncStep.PULL_CENTRAL, StepState.PENDING),
                        step(SyncStep.PULL_REMOTE, StepState.SKIPPED)),
                Statuses.succeeded(7),
                Statuses.succeeded(7)));

        assertThat(marks("data-state")).containsExactly("done", "active", "pending", "skipped");
        assertThat(marks("aria-current")).containsExactly(null, "step", null, null);
        assertThat(item(SyncStep.PUSH).getElement().getTextRecursively()).contains("2 / 4");
        assertThat(text("pending-count")).isEqualTo("4enregistrements en attente d’envoi");
        assertThat(text("sync-announcer")).isEqualTo("Push : en cours");
        Button start = (Button) byId("sync-now");
        assertThat(start.isEnabled()).isFalse();
        assertThat(start.getText()).isEqualTo("Synchronisation…");
        assertThat(shown("sync-cancel")).isTrue();
        assertThat(text("next-sync")).contains("après celle qui est en cours");
    }

    @Test
    void saysBothFiguresOfAPushStep() {
        open(Statuses.calm());

        assertThat(item(SyncStep.PUSH).figures()).contains("4 modifications traitées, dont 3 envoyées à ce serveur");
        assertThat(item(SyncStep.INTEGRATE).figures()).isNull();
    }

    @Test
    void startsARunForThePersonWhoPresses() {
        when(currentUser.find()).thenReturn(Optional.of(new SignedInUser("user-1", "admin", true, null, Set.of())));
        open(Statuses.calm());

        test((Button) byId("sync-now")).click();

        verify(permissions).ask();
        assertThat(synchroniser.asked()).containsExactly("start PERSON admin");
        assertThat(((Button) byId("sync-now")).isEnabled()).isFalse();
    }

    @Test
    void cancelsTheRunOnce() {
        open(Statuses.status(0, Statuses.going(8, step(SyncStep.PUSH, StepState.ACTIVE)), null, null));

        test((Button) byId("sync-cancel")).click();

        assertThat(synchroniser.asked()).containsExactly("cancel");
        assertThat(((Button) byId("sync-cancel")).isEnabled()).isFalse();
        assertThat(((Button) byId("sync-cancel")).getText()).isEqualTo("Annulation…");
    }

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
    void forgetsTheErrorWhenANewRunBegins() {
        Failure down = failure(FailureCode.TIMEOUT, CentralServer.LEGACY);
        Run bad = Statuses.ended(9, Outcome.FAILED, down, failed(SyncStep.PUSH, down));
        open(Statuses.status(0, null, bad, null));
        assertThat(shown("sync-error")).isTrue();

        publish(Statuses.status(0, Statuses.going(10, step(SyncStep.PUSH, StepState.ACTIVE)), bad, null));

        assertThat(shown("sync-error")).isFalse();
        assertThat(shown("step-error-push")).isFalse();
    }

    @Test
    void warnsFromAHundredWaitingRecordsOn() {
        open(Statuses.status(99, null, null, null));
        assertThat(shown("sync-many")).isFalse();

        publish(Statuses.status(100, null, null, null));
        assertThat(shown("sync-many")).isTrue();
    }

    @Test
    void saysThatTheScheduleIsPaused() {
        open(new SyncStatus(
                true,
                NOW,
                true,
                0,
                null,
                null,
                Statuses.succeeded(7),
                Statuses.succeeded(7),
                null,
                SetAsideTotal.NONE));

        assertThat(text("sync-paused")).contains("en pause");
        assertThat(text("next-sync")).contains("En pause");
        assertThat(((Button) byId("sync-now")).isEnabled()).isTrue();
    }
}
