package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.counted;
import static org.relais.sync.ui.Statuses.step;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.people.SignedInUser;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;

/** What the Synchronisation page says of runs. */
class SyncViewTest extends SyncPages {

    @Test
    void saysHowManyRecordsAreSetAsideAndWhichOfThemNeedSomebody() {
        open(Statuses.withSetAside(Statuses.calm(), new SetAsideTotal(11, 4)));

        assertThat(text("look-back-failed")).isEqualTo("15 mis de côté : 11 à signaler, 4 en attendent d’autres");
        assertThat(byId("look-back-failed").getElement().getAttribute("data-any"))
                .isEqualTo("true");
        assertThat(sign("look-back-failed")).isEqualTo("alert");
    }

    @Test
    void showsNoSignOfAlarmWhereNothingIsSetAside() {
        open(Statuses.calm());

        assertThat(text("look-back-failed")).isEqualTo("Aucun enregistrement mis de côté");
        assertThat(byId("look-back-failed").getElement().getAttribute("data-any"))
                .isEqualTo("false");
        assertThat(sign("look-back-failed")).isEqualTo("check");
    }

    private String sign(String id) {
        return byId(id).getElement().getChild(0).getAttribute("data-glyph");
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
    void showsTheUsualStepsOnceTheFirstSynchronisationIsComplete() {
        Run first = Statuses.of(
                RunPlan.FIRST,
                Outcome.SUCCEEDED,
                null,
                step(SyncStep.PREPARE, StepState.DONE),
                counted(SyncStep.PULL_CENTRAL, StepState.DONE, 12_520, 12_520, null),
                Statuses.integrated(12_520, 0));
        open(Statuses.status(0, null, first, first));

        assertThat(marks("data-step"))
                .containsExactly("push-v6", "push", "pull-central", "pull-remote", "pull-v6", "integrate");
        assertThat(marks("data-state")).containsOnly("pending");
        assertThat(text("run-story")).isEqualTo("Première synchronisation : 12 520 reçus, 12 520 intégrés · 2 min 5 s");
    }

    @Test
    void saysThatAStepWaitsForTheLineAndSinceWhen() {
        RunStep pulling = new RunStep(
                SyncStep.PULL_CENTRAL,
                StepState.ACTIVE,
                12_520L,
                3_500L,
                null,
                null,
                Statuses.NOW.minusSeconds(90),
                null,
                null,
                Statuses.NOW.minusSeconds(42));
        open(Statuses.status(0, Statuses.going(9, pulling), null, null));

        assertThat(text("run-waiting"))
                .isEqualTo(
                        "Connexion coupée il y a 42 secondes. Cette étape attend ; elle reprendra où elle en était dès que"
                                + " la connexion reviendra.");
        assertThat(marks("data-state")).contains("active");
    }

    @Test
    void countsDownToTheNextTryOnlyAfterALostLine() {
        Run lost = Statuses.ended(9, Outcome.FAILED, Statuses.failure(FailureCode.CONNECTION, CentralServer.LEGACY));
        open(Statuses.status(0, null, lost, null));
        assertThat(text("next-try")).isEqualTo("Ce serveur réessaiera tout seul : dans 4 minutes");

        Run refused =
                Statuses.ended(9, Outcome.FAILED, Statuses.failure(FailureCode.WRONG_PASSWORD, CentralServer.LEGACY));
        publish(Statuses.status(0, null, refused, null));
        assertThat(shown("next-try")).isFalse();
    }

    @Test
    void saysHowMuchOfAFirstSynchronisationIsHereAlready() {
        when(hereAlready.of(any())).thenReturn(Optional.of(new HereAlready.Share(8410, 12_520, false)));
        open(Statuses.calm());
        assertThat(text("here-already")).isEqualTo("8 410 enregistrements sur 12 520 sont déjà arrivés.");

        when(hereAlready.of(any())).thenReturn(Optional.of(new HereAlready.Share(8410, 12_520, true)));
        publish(Statuses.calm());
        assertThat(text("here-already")).contains("sur au moins 12 520");

        when(hereAlready.of(any())).thenReturn(Optional.empty());
        publish(Statuses.calm());
        assertThat(shown("here-already")).isFalse();
    }

    @Test
    void saysInWordsThatNothingWaitsAndKeepsTheFigureForWhoReadsIt() {
        open(Statuses.calm());

        assertThat(text("pending-count")).isEqualTo("0Rien à envoyer");
        assertThat(byId("pending-count").getElement().getAttribute("data-count"))
                .isEqualTo("0");
    }

    @Test
    void tellsWhatARunDidInFiguresThatAddUp() {
        open(Statuses.status(
                0,
                null,
                Statuses.ended(
                        9,
                        Outcome.SUCCEEDED,
                        null,
                        counted(SyncStep.PUSH, StepState.DONE, 4, 4, 4L),
                        counted(SyncStep.PULL_REMOTE, StepState.DONE, 27, 27, null),
                        Statuses.integrated(27, 15)),
                null));
        assertThat(text("run-story")).isEqualTo("4 envoyés, 27 reçus, 12 intégrés, 15 mis de côté · 2 min 5 s");
        assertThat(item(SyncStep.INTEGRATE).figures()).isEqualTo("12 intégrés, 15 mis de côté");

        publish(Statuses.status(
                0,
                null,
                Statuses.ended(
                        10,
                        Outcome.SUCCEEDED,
                        null,
                        counted(SyncStep.PULL_REMOTE, StepState.DONE, 1, 1, null),
                        Statuses.integrated(5, 0)),
                null));
        assertThat(text("run-story")).isEqualTo("0 envoyé, 1 reçu, 5 intégrés (dont 4 reçus auparavant) · 2 min 5 s");

        publish(Statuses.status(
                0,
                null,
                Statuses.ended(
                        11,
                        Outcome.CANCELLED,
                        null,
                        counted(SyncStep.PULL_REMOTE, StepState.DONE, 500, 900, null),
                        step(SyncStep.INTEGRATE, StepState.SKIPPED)),
                null));
        assertThat(text("run-story")).isEqualTo("0 envoyé, 500 reçus, 0 intégré, 500 restent à intégrer · 2 min 5 s");
    }

    @Test
    void tellsHowFarARunIs() {
        open(Statuses.status(
                0,
                Statuses.going(
                        8,
                        step(SyncStep.PUSH_V6, StepState.DONE),
                        counted(SyncStep.PUSH, StepState.ACTIVE, 3, 4, 0L),
                        step(SyncStep.PULL_CENTRAL, StepState.PENDING),
                        step(SyncStep.PULL_REMOTE, StepState.PENDING)),
                null,
                null));

        assertThat(text("run-story")).startsWith("Étape 2 sur 4 · Push · 3 sur 4 · 3/4");
        assertThat(find(Div.class)
                        .withClassName("story-track")
                        .single()
                        .getElement()
                        .getAttribute("aria-valuenow"))
                .isEqualTo("44");
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
