package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.administration.ui.FirstRuns.NOW;
import static org.relais.administration.ui.FirstRuns.going;
import static org.relais.administration.ui.FirstRuns.run;
import static org.relais.administration.ui.FirstRuns.step;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.people.SignedInUser;
import org.relais.record.SetAsideTotal;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.sync.SyncStatus;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What the set-up page shows at each stage, and who is led to it. */
class SetUpViewTest extends SeededSite {

    @Autowired
    private ApplicationEventPublisher engine;

    @BeforeEach
    void aNewSite() {
        jdbc.sql("delete from site").update();
        signIn();
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
        publish(new SyncStatus(false, null, true, 0, null, null, null, null, null, SetAsideTotal.NONE));
    }

    @AfterEach
    void forgetIt() {
        jdbc.sql("delete from site").update();
    }

    private void publish(SyncStatus status) {
        engine.publishEvent(status);
        PageTurn.take();
    }

    private boolean isThere(String id) {
        return find(Component.class).withId(id).exists();
    }

    private String text(String id) {
        return byId(id).getElement().getTextRecursively();
    }

    private void click(String id) {
        test((Button) byId(id)).click();
    }

    @Test
    void everyPageLeadsHereExceptThoseThatMakeSense() {
        for (String path : List.of("", "synchronisation", "locations", "settings")) {
            assertThat(navigate(path, SetUpView.class).isAttached()).isTrue();
        }
        UI.getCurrent().navigate("help");
        assertThat(getCurrentView()).isNotInstanceOf(SetUpView.class);
        assertThat(find(Anchor.class, find(Nav.class).all().getFirst()).all())
                .extracting(link -> link.getElement().getTextRecursively())
                .containsExactly("Mise en service");
        assertThat(find(Anchor.class, find(Nav.class).all().get(1)).all())
                .extracting(link -> link.getElement().getTextRecursively())
                .containsExactly("Aide");
    }

    @Test
    void everyAliasLeadsHereAndHomeOnceTheSiteIsSetUp() {
        for (String path : List.of("setup", "configuration", "configuracion")) {
            assertThat(navigate(path, SetUpView.class).isAttached()).isTrue();
        }
        setUpSite();
        newStore("Centre de santé");
        UI.getCurrent().navigate("setup");
        assertThat(getCurrentView()).isNotInstanceOf(SetUpView.class);
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEmpty();
    }

    @Test
    void whatCannotBeRightIsSaidAtItsField() {
        navigate(SetUpView.class);
        test((TextField) byId("central-url")).setValue("central");
        click("setup-start");
        replied();

        assertThat(problem("central-url")).startsWith("Ce n’est pas l’adresse d’un serveur");
        assertThat(problem("site-name")).isEqualTo("Saisissez le nom du site.");
        assertThat(problem("site-password")).isEqualTo("Saisissez le mot de passe du site.");
        assertThat(isThere("connection-report")).isFalse();
    }

    private String problem(String field) {
        HasValidation asked = (HasValidation) byId(field);
        return asked.isInvalid() ? asked.getErrorMessage() : null;
    }

    /** The reply comes from the background, as a visitor of the page's session. */
    private void replied() {
        Awaitility.await().pollInSameThread().until(() -> {
            roundTrip();
            return !isThere("connection-stop");
        });
    }

    @Test
    void aQuestionInTheBackgroundIsVisibleCanBeTakenBackAndEndsInWords() {
        navigate(SetUpView.class);
        test((TextField) byId("central-url")).setValue("http://127.0.0.1:1");
        test((TextField) byId("site-name")).setValue("site-1");
        byId("site-password").getElement().setProperty("value", "pass");
        click("connection-test");
        assertThat(text("connection-report")).startsWith("Interrogation des serveurs centraux…");
        assertThat(((Button) byId("setup-start")).isEnabled()).isFalse();
        click("connection-stop");
        assertThat(isThere("connection-report")).isFalse();
        assertThat(((Button) byId("setup-start")).isEnabled()).isTrue();

        click("connection-test");
        replied();
        assertThat(text("connection-report"))
                .contains("Impossible de joindre le serveur central mSupply.", "Vérifiez l’adresse lettre par lettre");
        assertThat(isThere("connection-error-info")).isTrue();

        test((TextField) byId("central-url")).setValue("http://127.0.0.1:2");
        assertThat(isThere("connection-report")).isFalse();
    }

    @Test
    void theFirstSynchronisationIsShownWithItsOwnSteps() {
        navigate(SetUpView.class);
        publish(going(
                false,
                run(
                        Outcome.RUNNING,
                        null,
                        step(SyncStep.PREPARE, StepState.DONE, null),
                        step(SyncStep.PULL_CENTRAL, StepState.ACTIVE, null)),
                null));

        assertThat(isThere("setup-connect")).isFalse();
        assertThat(text("stepper")).contains("Préparer, terminée", "Pull Central, en cours");
        assertThat(isThere("setup-cancel")).isTrue();
        assertThat(isThere("setup-retry")).isFalse();
        assertThat(isThere("setup-change")).isFalse();
    }

    @Test
    void aFirstRunWithoutTheOpenServerSaysWhatIsMissingAndThatItIsNotOver() {
        Failure none = new Failure(
                FailureCode.V6_NOT_CONFIGURED,
                CentralServer.LEGACY,
                "GET /sync/v5/site",
                "omSupplyCentralServerUrl ''",
                NOW);
        navigate(SetUpView.class);
        publish(going(
                false,
                null,
                run(
                        Outcome.PARTIAL,
                        none,
                        step(SyncStep.PREPARE, StepState.DONE, null),
                        step(SyncStep.PULL_CENTRAL, StepState.DONE, null),
                        step(SyncStep.PULL_V6, StepState.FAILED, none))));

        assertThat(text("sync-error"))
                .contains(
                        "Le serveur central Open mSupply n’est pas configuré.",
                        "Il manque l’échange avec le serveur central Open mSupply")
                .doesNotContain("tout le reste a été fait");
        assertThat(text("setup-incomplete")).startsWith("La mise en service n’est pas encore terminée.");
        assertThat(isThere("sync-error-info")).isTrue();
        assertThat(text("setup-retry")).isEqualTo("Réessayer");
    }

    @Test
    void aFirstRunThatLostTheLineSaysHowMuchIsHereAlready() {
        jdbc.sql("delete from announced").update();
        jdbc.sql("insert into announced (type, hashes) values ('unit', repeat('12345678', 8410))")
                .update();
        navigate(SetUpView.class);
        publish(going(false, null, FirstRuns.lostTheLineAfter(890, 5_000)));
        jdbc.sql("delete from announced").update();

        assertThat(text("here-already")).isEqualTo("8\u202f410 enregistrements sur 12\u202f520 sont déjà arrivés.");
    }

    @Test
    void aFirstRunThatFailedSpeaksOfNoChangesThatWaitAndOffersTheCorrectionFirst() {
        Failure lost = new Failure(FailureCode.CONNECTION, CentralServer.LEGACY, "GET /sync/v5/site", "refused", NOW);
        navigate(SetUpView.class);
        publish(going(false, null, run(Outcome.FAILED, lost, step(SyncStep.PREPARE, StepState.FAILED, lost))));
        assertThat(text("sync-error"))
                .contains("Vérifiez la connexion internet de ce serveur.")
                .doesNotContain("vos modifications");
        assertThat(theme("setup-retry")).contains("primary");

        Failure wrong = new Failure(FailureCode.WRONG_PASSWORD, CentralServer.LEGACY, "GET /sync/v5/site", "no", NOW);
        publish(going(false, null, run(Outcome.FAILED, wrong, step(SyncStep.PREPARE, StepState.FAILED, wrong))));
        assertThat(text("setup-change")).isEqualTo("Corriger le mot de passe");
        assertThat(theme("setup-change")).contains("primary");
        assertThat(theme("setup-retry")).doesNotContain("primary");
    }

    private Set<String> theme(String id) {
        return ((Button) byId(id)).getThemeNames();
    }

    @Test
    void theConnectionCanBeCorrectedBetweenTwoRunsAndTheFormStaysWhenOneBegins() {
        setUpSite();
        newStore("Centre de santé");
        jdbc.sql("update site set initialised_at = null").update();
        publish(going(false, null, run(Outcome.CANCELLED, null, step(SyncStep.PREPARE, StepState.FAILED, null))));
        navigate(SetUpView.class);
        assertThat(text("setup-retry")).isEqualTo("Continuer");
        click("setup-change");

        assertThat(((TextField) byId("site-name")).getValue()).isEqualTo("Site 2");
        assertThat(text("setup-back")).isEqualTo("Revenir sans rien changer");
        publish(going(false, run(Outcome.RUNNING, null, step(SyncStep.PREPARE, StepState.ACTIVE, null)), null));
        assertThat(isThere("setup-connect")).isTrue();
        click("setup-back");
        assertThat(isThere("setup-first-run")).isTrue();
    }

    @Test
    void theEndSaysWhatWasBroughtAndLeadsToWork() {
        navigate(SetUpView.class);
        noStores();
        setUpSite();
        newStore("Centre de santé de Kinkala");
        publish(going(true, null, run(Outcome.SUCCEEDED, null, step(SyncStep.PREPARE, StepState.DONE, null))));

        assertThat(text("setup-stores")).contains("Centre de santé de Kinkala");
        assertThat(text("setup-records")).isNotEqualTo("0");
        assertThat(find(Span.class).withClassName("subtitle").exists())
                .as("what to do first")
                .isFalse();
        assertThat(byId("setup-go-on").getElement().getAttribute("href")).isEqualTo(".");
        assertThat(find(Nav.class).all())
                .anySatisfy(
                        nav -> assertThat(nav.getElement().getTextRecursively()).contains("Synchronisation"));
    }

    @Test
    void pagesThatAreOpenLeadHereWhenTheSiteStartsOver() {
        setUpSite();
        newStore("Centre de santé");
        Run last = run(Outcome.SUCCEEDED, null, step(SyncStep.PREPARE, StepState.DONE, null));
        publish(going(true, null, last));
        UI.getCurrent().navigate("locations");
        assertThat(getCurrentView()).isNotInstanceOf(SetUpView.class);

        jdbc.sql("update site set initialised_at = null").update();
        publish(going(false, null, last));
        roundTrip();

        assertThat(getCurrentView()).isInstanceOf(SetUpView.class);
    }

    @Test
    void whoIsNoAdministratorIsToldWhomToAsk() {
        signIn(new SignedInUser("user-2", "pharma", false, null, Set.of()));
        UI.getCurrent().navigate("");
        assertThat(getCurrentView()).isInstanceOf(SetUpView.class);

        assertThat(text("setup-wait")).contains("Ce site est en cours de mise en service.", "L’administrateur");
        assertThat(isThere("setup-connect")).isFalse();
        assertThat(isThere("setup-start")).isFalse();
    }
}
