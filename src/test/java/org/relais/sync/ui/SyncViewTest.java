package org.relais.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.counted;
import static org.relais.sync.ui.Statuses.failed;
import static org.relais.sync.ui.Statuses.failure;
import static org.relais.sync.ui.Statuses.step;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.doors.ui.PermissionRefresh;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.people.UserLanguages;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.ui.StepItem;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.SyncStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@ContextConfiguration(classes = SyncViewTest.Pages.class)
class SyncViewTest extends SpringBrowserlessTest {

    @Configuration
    @ComponentScan({"org.relais.language", "org.relais.shell", "org.relais.sync.ui"})
    static class Pages {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        ScriptedSynchroniser synchroniser() {
            return new ScriptedSynchroniser();
        }
    }

    @Autowired
    private ScriptedSynchroniser synchroniser;

    @MockitoBean
    private Site site;

    @MockitoBean
    private DatabaseWatch database;

    @MockitoBean
    private BadgeSettings badge;

    @MockitoBean
    private ServerAddress addresses;

    @MockitoBean
    private RecordStore records;

    @MockitoBean
    private Outbox outbox;

    @MockitoBean
    private AuthenticationContext authentication;

    @MockitoBean
    private CurrentUser currentUser;

    @MockitoBean
    private UserLanguages userLanguages;

    @MockitoBean
    private PermissionRefresh permissions;

    @Autowired
    private ApplicationEventPublisher engine;

    @Override
    protected Set<String> scanPackages() {
        return Set.of("org.relais.shell", "org.relais.sync.ui");
    }

    @BeforeEach
    void calmSite() {
        synchroniser.forget();
        when(site.settings()).thenReturn(Optional.empty());
        when(database.condition()).thenReturn(DatabaseCondition.ANSWERS);
        when(database.tell(any())).thenReturn(() -> {});
        when(records.backlog()).thenReturn(new Backlog(0, 0));
        when(badge.thresholds()).thenReturn(new BadgeThresholds(1, Duration.ofDays(1), Duration.ofDays(3)));
        when(currentUser.find()).thenReturn(Optional.empty());
        when(addresses.reachable(any())).thenReturn(List.of(URI.create("http://192.168.1.20:8080")));
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    private void open(SyncStatus status) {
        publish(status);
        navigate(SyncView.class);
        runPendingSignalsTasks();
    }

    private void publish(SyncStatus status) {
        synchroniser.tell(status);
        engine.publishEvent(status);
        runPendingSignalsTasks();
    }

    private Component byId(String id) {
        return find(Component.class).withId(id).single();
    }

    private boolean shown(String id) {
        return find(Component.class).withId(id).exists();
    }

    private String text(String id) {
        return byId(id).getElement().getTextRecursively().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private List<String> marks(String attribute) {
        return find(StepItem.class).all().stream()
                .map(item -> item.getElement().getAttribute(attribute))
                .toList();
    }

    private StepItem item(SyncStep step) {
        return find(StepItem.class).all().stream()
                .filter(one -> step.key().equals(one.getElement().getAttribute("data-step")))
                .findFirst()
                .orElseThrow();
    }

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
        open(new SyncStatus(true, null, false, 0, null, null, null, null, null));

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
        open(new SyncStatus(true, NOW, true, 0, null, null, Statuses.succeeded(7), Statuses.succeeded(7), null));

        assertThat(text("sync-paused")).contains("en pause");
        assertThat(text("next-sync")).contains("En pause");
        assertThat(((Button) byId("sync-now")).isEnabled()).isTrue();
    }

    @Test
    void changesItsLanguageAtOnce() {
        open(Statuses.calm());
        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("Synchroniser maintenant");

        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag("es"));

        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("¡Sincronizar ahora!");
        assertThat(item(SyncStep.PULL_CENTRAL).getElement().getTextRecursively())
                .contains("Obtener Centralmente");
        assertThat(text("last-sync")).contains("hace 2 minutos");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Sincronización · Relais");

        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(((Button) byId("sync-now")).getText()).isEqualTo("Sync now");
    }

    @Test
    void enlargesTheQrCodeAndClosesItAgain() {
        open(Statuses.calm());
        assertThat(text("server-url")).isEqualTo("http://192.168.1.20:8080");

        test((NativeButton) byId("server-qr")).click();
        assertThat(find(Dialog.class).single().isOpened()).isTrue();

        test((NativeButton) byId("server-qr-large")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
    }

    @Test
    void saysThatNoPhoneCanReachThisServer() {
        when(addresses.reachable(any())).thenReturn(List.of());
        open(Statuses.calm());

        assertThat(shown("server-qr")).isFalse();
        assertThat(text("server-card")).contains("pas d’adresse qu’un téléphone puisse joindre");
    }

    @Test
    void saysThatTheAddressAnswersOnThisMachineOnly() {
        open(Statuses.calm());
        assertThat(shown("server-local")).isFalse();

        when(addresses.onlyThisMachine(any())).thenReturn(true);
        navigate("", Component.class);
        navigate(SyncView.class);
        assertThat(text("server-local")).contains("ne répond qu’à cet ordinateur");
    }

    @Test
    void opensFromAnywhereWithAKeystroke() {
        publish(Statuses.calm());
        navigate("", Component.class);

        fireShortcut(Key.KEY_S, KeyModifier.ALT, KeyModifier.SHIFT);

        assertThat(getCurrentView()).isInstanceOf(SyncView.class);
    }

    @Test
    void aMistypedAddressLeadsBackToTheFirstPage() {
        publish(Statuses.calm());
        navigate("nowhere/at-all", Component.class);

        assertThat(text("missing-page")).contains("Cette page n’existe pas", "Aller à l’accueil");
    }

    @Test
    void theFirstPageSaysWhatToDo() {
        Failure down = failure(FailureCode.CONNECTION, CentralServer.LEGACY);
        publish(Statuses.status(3, null, Statuses.ended(9, Outcome.FAILED, down), null));
        navigate("", Component.class);
        assertThat(text("home-state")).isEqualTo("La dernière synchronisation n’a pas abouti");

        publish(Statuses.status(3, null, Statuses.ended(9, Outcome.PARTIAL, down), null));
        assertThat(text("home-state")).isEqualTo("La dernière synchronisation est incomplète");

        publish(Statuses.status(
                3, null, Statuses.ended(9, Outcome.CANCELLED, failure(FailureCode.CANCELLED, null)), null));
        assertThat(text("home-state")).isEqualTo("La synchronisation a été annulée.");

        publish(Statuses.calm());
        assertThat(text("home-state")).isEqualTo("Tout est à jour");
    }
}
