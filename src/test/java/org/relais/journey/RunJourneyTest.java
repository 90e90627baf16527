package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.demo.ReceivedChange;

/** The main job: a person presses the button and sees four changes reach the two central servers. */
class RunJourneyTest extends JourneySite {

    private static final List<String> STEPS =
            List.of("push-v6", "push", "pull-central", "pull-remote", "pull-v6", "integrate");

    /** Long enough for a person, or a page, to see every step at work. */
    private static final int CALL_MILLIS = 250;

    /** What a run looks like in a language. */
    record Words(
            String language,
            String htmlLanguage,
            String title,
            String button,
            String running,
            List<String> steps,
            String succeeded,
            String sentByPushV6,
            String sentByPush,
            String messageLeft) {

        @Override
        public String toString() {
            return language;
        }
    }

    static final Words FRENCH = new Words(
            "fr-FR",
            "fr",
            "Synchronisation",
            "Synchroniser maintenant",
            "Synchronisation…",
            List.of("Push V6", "Push", "Pull Central", "Pull Remote", "Pull V6", "Intégrer"),
            "Réussie",
            "4 modifications traitées, dont 1 envoyée à ce serveur",
            "4 modifications traitées, dont 3 envoyées à ce serveur",
            "Votre message est parti.");

    static final Words SPANISH = new Words(
            "es-CO",
            "es",
            "Sincronización",
            "¡Sincronizar ahora!",
            "Sincronizando…",
            List.of("Push V6", "Push", "Obtener Centralmente", "Obtener Remotamente", "Pull V6", "Integrar"),
            "Correcta",
            "4 cambios procesados, 1 enviado a este servidor",
            "4 cambios procesados, 3 enviados a este servidor",
            "Su mensaje se ha enviado.");

    static Stream<Words> languages() {
        return Stream.of(FRENCH, SPANISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fourChangesReachBothServersWhileTheStepsAdvance(Words words) {
        Visitor visitor = signedInAt("locations", words.language());
        assertThat(nothingWaits().error()).isNull();
        int before = network.received().size();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 1; i <= 3; i++) {
            visitor.addLocation(mark + "-" + i);
        }
        visitor.find(".nav-link[href='help']").click();
        visitor.sendContactForm("Message " + mark);
        network.deliver(network.sites().getFirst());
        slowCalls();

        visitor.openSynchronisation(words.title());
        Page page = visitor.page();
        assertThat(page.locator("html")).hasAttribute("lang", words.htmlLanguage());
        assertThat(page).hasTitle(words.title() + " · Relais");
        assertThat(visitor.find("h1")).hasText(words.title());
        assertThat(visitor.find("#pending-count .figure")).hasText("4");
        assertThat(visitor.find(".badge")).hasText("4");
        assertThat(visitor.find(".step-name")).hasText(words.steps().toArray(String[]::new));
        visitor.recordStates();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.button()))
                .click();

        assertThat(visitor.syncNow()).hasText(words.running());
        assertThat(visitor.syncNow()).isDisabled();
        assertThat(visitor.syncNow().locator(".spinner")).isVisible();
        for (String step : STEPS) {
            visitor.seesStep(step, "done");
        }
        visitor.seesTheEnd();
        assertThat(visitor.syncNow()).hasText(words.button());
        assertThat(visitor.recordedStates())
                .containsExactlyElementsOf(STEPS.stream()
                        .flatMap(step -> Stream.of(step + " active", step + " done"))
                        .toList());
        assertThat(visitor.step("push-v6").locator(".step-count")).hasText("4 / 4");
        assertThat(visitor.step("push").locator(".step-count")).hasText("4 / 4");
        seesFigures(visitor, "push-v6", words.sentByPushV6());
        seesFigures(visitor, "push", words.sentByPush());
        assertThat(visitor.find("#pending-count .figure")).hasText("0");
        assertThat(visitor.find("#last-sync .outcome")).hasText(words.succeeded());
        assertThat(visitor.find(".badge")).isHidden();

        List<ReceivedChange> received = receivedAfter(before);
        assertThat(received).allSatisfy(change -> assertThat(change.problems()).isEmpty());
        assertThat(received)
                .filteredOn(change -> change.server() == CentralServer.LEGACY)
                .hasSize(3)
                .allSatisfy(change -> assertThat(change.data()).contains("\"" + mark + "-"));
        assertThat(received)
                .filteredOn(change -> change.server() == CentralServer.OPEN)
                .singleElement()
                .satisfies(change -> assertThat(change.data()).contains("Message " + mark));
    }

    @Test
    void theMessageSaysWhenItHasLeft() {
        Visitor visitor = signedInAt("help", "fr");
        visitor.sendContactForm("Le réfrigérateur 2 fait du bruit.");
        nothingWaits();
        assertThat(visitor.find("#contact-journey")).hasText("Votre message est parti.");
    }

    @Test
    void anotherLanguageDuringARunChangesThePageAtOnceAndTheRunGoesOn() {
        Visitor visitor = signedIn("fr");
        nothingWaits();
        slowCalls();
        visitor.openSynchronisation(FRENCH.title());
        visitor.recordStates();
        visitor.syncNow().click();
        visitor.seesStep("push", "active");
        visitor.find(".drawer #language").selectOption("Español");

        assertThat(visitor.syncNow()).hasText(SPANISH.running());
        assertThat(visitor.find(".step-name")).hasText(SPANISH.steps().toArray(String[]::new));
        assertThat(visitor.find("h1")).hasText(SPANISH.title());
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
        assertThat(synchroniser.status().current()).isNotNull();
        visitor.seesTheEnd();
        assertThat(visitor.syncNow()).hasText(SPANISH.button());
        assertThat(visitor.recordedStates()).startsWith("push-v6 active").endsWith("integrate done");
        assertThat(visitor.find("#last-sync .outcome")).hasText(SPANISH.succeeded());
        assertThat(visitor.page()).hasTitle("Sincronización · Relais");

        Visitor later = signedIn("en");
        later.openSynchronisation(SPANISH.title());
        assertThat(later.syncNow()).hasText(SPANISH.button());
    }

    @Test
    void twoBrowsersSeeTheSameProgressAndNeitherCanPressAgain() {
        Visitor presses = signedIn("fr");
        Visitor watches = signedIn("es");
        nothingWaits();
        slowCalls();
        presses.openSynchronisation(FRENCH.title());
        watches.openSynchronisation(SPANISH.title());
        long lastRun = runs.newest(1).getFirst().id();
        presses.recordStates();
        watches.recordStates();
        presses.syncNow().click();

        assertThat(watches.syncNow()).hasText(SPANISH.running());
        assertThat(watches.syncNow()).isDisabled();
        assertThat(presses.syncNow()).isDisabled();
        watches.syncNow().dispatchEvent("click");
        presses.syncNow().dispatchEvent("click");
        assertThat(watches.find("#sync-cancel")).isVisible();
        presses.seesTheEnd();
        watches.seesTheEnd();

        assertThat(watches.recordedStates()).isEqualTo(presses.recordedStates()).isNotEmpty();
        assertThat(runs.newest(2).get(1).id()).isEqualTo(lastRun);
    }

    @Test
    void aRunThatIsCancelledInOneBrowserEndsInBoth() {
        Visitor presses = signedIn("fr");
        Visitor watches = signedIn("es");
        slowCalls();
        presses.openSynchronisation(FRENCH.title());
        watches.openSynchronisation(SPANISH.title());
        presses.syncNow().click();
        watches.seesStep("push-v6", "active");
        watches.find("#sync-cancel").click();

        presses.seesTheEnd();
        watches.seesTheEnd();
        assertThat(presses.find("#last-sync .outcome")).hasText("Annulée");
        assertThat(watches.find("#last-sync .outcome")).hasText("Cancelada");
    }

    private static void slowCalls() {
        network.faults().add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY).lasting(CALL_MILLIS));
        network.faults().add(Fault.always(FaultKind.DELAY, CentralServer.OPEN).lasting(CALL_MILLIS));
    }

    private static void seesFigures(Visitor visitor, String step, String words) {
        visitor.step(step).locator(".step-text").hover();
        assertThat(visitor.find("vaadin-tooltip [role=tooltip], vaadin-tooltip-overlay")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words)))
                .isVisible();
    }
}
