package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/** What a person sees when a central server fails: which step, in plain words, and behind the "i" what support asks for. */
class FailureJourneyTest extends JourneySite {

    private static final String HARDWARE_ID = "site_incorrect_hardware_id";

    /**
     * A failure and how it must look.
     *
     * @param step the one with the alert mark
     * @param outcome how the run ended, in the page's language
     * @param text what failed
     * @param hint a part of what to do about it
     * @param details what has to stand behind the "i": server, call, code, the server's own words
     */
    private record Trouble(
            String name,
            String language,
            Fault fault,
            String step,
            String outcome,
            String text,
            String hint,
            String... details) {}

    private static Stream<Trouble> troubles() {
        return Stream.of(
                new Trouble(
                        "wrong password",
                        "fr",
                        legacy(FaultKind.LEGACY_ERROR).on("/sync/v5/site").saying("site_incorrect_password"),
                        "push",
                        "Échouée",
                        "Le serveur central mSupply a refusé le mot de passe du site.",
                        "Un administrateur doit saisir à nouveau le mot de passe du site.",
                        "serveur central mSupply",
                        "GET /sync/v5/site",
                        "wrong-password",
                        "site_incorrect_password"),
                new Trouble(
                        "another machine",
                        "es",
                        legacy(FaultKind.LEGACY_ERROR).on("/sync/v5/site").saying(HARDWARE_ID),
                        "push",
                        "Fallida",
                        "El servidor central de mSupply conoce este sitio en otra máquina.",
                        "pida a soporte que restablezca el identificador de hardware",
                        "servidor central de mSupply",
                        "GET /sync/v5/site",
                        "hardware-id-mismatch",
                        HARDWARE_ID),
                new Trouble(
                        "closed port",
                        "en",
                        legacy(FaultKind.REFUSE).lasting(4_000).times(1),
                        "push",
                        "Failed",
                        "The mSupply central server cannot be reached.",
                        "Nothing is lost",
                        "mSupply central server",
                        "GET /sync/v5/site",
                        "connection",
                        "127.0.0.1"),
                new Trouble(
                        "Open mSupply down",
                        "fr",
                        open(FaultKind.HTML),
                        "push-v6",
                        "Partielle",
                        "Le serveur central Open mSupply signale une panne de son côté.",
                        "ce qui pouvait se faire sans lui a été fait",
                        "serveur central Open mSupply",
                        "POST /central/sync/",
                        "server-error",
                        "503"),
                new Trouble(
                        "sign-in page of the network",
                        "es",
                        legacy(FaultKind.HTML).on("/central_records").saying("200"),
                        "pull-central",
                        "Parcial",
                        "Otra página respondió en lugar del servidor central de mSupply.",
                        "Quizá la red pide iniciar sesión",
                        "servidor central de mSupply",
                        "GET /sync/v5/central_records",
                        "redirected"),
                new Trouble(
                        "redirection",
                        "en",
                        legacy(FaultKind.REDIRECT).on("/central_records"),
                        "pull-central",
                        "Partial",
                        "Another page answered instead of the mSupply central server.",
                        "",
                        "GET /sync/v5/central_records",
                        "redirected",
                        "login.example.org"),
                new Trouble(
                        "other version",
                        "fr",
                        open(FaultKind.WRONG_VERSION),
                        "push-v6",
                        "Partielle",
                        "Le serveur central Open mSupply utilise une autre version du protocole (V6).",
                        "Transmettez les détails à l’assistance",
                        "serveur central Open mSupply",
                        "api-version-v6",
                        "the server accepts the versions 7 to 9"),
                new Trouble(
                        "server error",
                        "es",
                        legacy(FaultKind.HTML).on("/queued_records").saying("500"),
                        "push",
                        "Parcial",
                        "El servidor central de mSupply informa de un error interno.",
                        "Falta el intercambio con el servidor central de mSupply",
                        "servidor central de mSupply",
                        "/sync/v5/queued_records",
                        "server-error",
                        "500"),
                new Trouble(
                        "cut answer",
                        "fr",
                        open(FaultKind.CUT_BODY).on("/pull"),
                        "pull-v6",
                        "Partielle",
                        "Impossible de joindre le serveur central Open mSupply.",
                        "Rien n’est perdu",
                        "serveur central Open mSupply",
                        "connection"),
                new Trouble(
                        "unreadable answer",
                        "en",
                        open(FaultKind.GARBAGE).on("/pull"),
                        "pull-v6",
                        "Partial",
                        "The answer of the Open mSupply central server could not be read.",
                        "",
                        "Open mSupply central server",
                        "unreadable-answer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "en"})
    void isToldWhereItHappenedInPlainWordsAndWithDetails(String language) {
        Visitor visitor = signedInAt("synchronisation", language);
        troubles().filter(trouble -> trouble.language().equals(language)).forEach(trouble -> {
            settle();
            long before = runs.newest(1).getFirst().id();
            network.faults().add(trouble.fault());
            visitor.syncNow().click();
            Awaitility.await(trouble.name())
                    .until(() -> runs.newest(1).getFirst(), run -> run.id() > before && run.finishedAt() != null);
            isTold(trouble, visitor);
        });
    }

    private static void isTold(Trouble trouble, Visitor visitor) {
        assertThat(visitor.find("#sync-error .notice-title")).hasText(trouble.text());
        visitor.seesTheEnd();
        assertThat(visitor.find("#sync-error")).containsText(trouble.hint());
        assertThat(visitor.find("#last-sync .outcome")).hasText(trouble.outcome());
        visitor.seesStep(trouble.step(), "failed");
        assertThat(visitor.step(trouble.step()).locator(".step-mark .glyph")).isVisible();
        Locator details = openDetails(visitor);
        assertThat(details).isHidden();
        visitor.find("#step-error-" + trouble.step()).hover();
        assertThat(details).isVisible();
        for (String detail : trouble.details()) {
            assertThat(details).containsText(detail);
        }
        visitor.page().keyboard().press("Escape");
        assertThat(details).isHidden();
    }

    @Test
    void whoTellsSupportFindsTheDraftAboveTheDetailsOnce() {
        failingRun();
        Visitor visitor = signedIn("fr");
        visitor.open("help");
        Locator text = visitor.find("#contact-text textarea");
        text.pressSequentially("La balance");
        visitor.open("help?about=" + runs.newest(1).getFirst().id());
        assertThat(visitor.find("[data-draft-joined]")).isVisible();
        String whole = text.inputValue();
        assertThat(whole).startsWith("La balance\n\nLe serveur central");
        text.pressSequentially("?");
        visitor.page().reload();
        assertThat(visitor.find("[data-draft-found]")).isVisible();
        assertThat(text).hasValue(whole + "?");
    }

    @Test
    void theDetailsAreCopiedByTheButtonAlsoWithoutTls() {
        failingRun();
        for (String address : new String[] {address(), plainAddress()}) {
            Visitor visitor = new Visitor(browser.page("fr"), address);
            visitor.signIn();
            visitor.open("synchronisation");
            visitor.find("#step-error-push").hover();
            Locator copy = openDetails(visitor).locator(".copy-button");
            copy.click();
            assertThat(copy).hasAttribute("data-copied", "");
            assertThat(visitor.find("body").evaluate("() => window.isSecureContext"))
                    .isEqualTo(address.equals(address()));
            assertThat(pasted(visitor))
                    .contains("Serveur: ", "Appel: GET /sync/v5/site", "Code: hardware-id-mismatch", HARDWARE_ID);
        }
    }

    @Test
    void theDetailsOpenForTheKeyboardAndCloseWithEscape() {
        failingRun();
        Visitor visitor = signedInAt("synchronisation", "es");
        Locator trigger = visitor.find("#step-error-push");
        assertThat(trigger).hasAccessibleName("Detalles del error");
        trigger.focus();
        visitor.page().keyboard().press("Shift+Tab");
        visitor.page().keyboard().press("Tab");
        assertThat(trigger).isFocused();
        Locator details = openDetails(visitor);
        assertThat(details).isVisible();
        visitor.tabTo(details.locator(".copy-button"));
        visitor.page().keyboard().press("Escape");
        assertThat(details).isHidden();
    }

    @Test
    void theDetailsOpenWithATap() {
        failingRun();
        Visitor visitor = new Visitor(
                browser.page(new NewContextOptions()
                        .setLocale("fr")
                        .setHasTouch(true)
                        .setViewportSize(360, 740)),
                address());
        visitor.comesSignedIn();
        visitor.open("synchronisation");
        visitor.find("#sync-error-info").tap();
        assertThat(openDetails(visitor)).containsText(HARDWARE_ID);
        visitor.page().keyboard().press("Escape");
        assertThat(openDetails(visitor)).isHidden();
        visitor.find("#step-error-push").tap();
        assertThat(openDetails(visitor)).containsText(HARDWARE_ID);
    }

    @Test
    void theDrawerTellsOfTheFailureOnEveryPage() {
        failingRun();
        Visitor visitor = signedIn("fr");
        assertThat(visitor.find(".drawer-lower .nav-alert")).isVisible();
        assertThat(visitor.find(".drawer-lower .nav-link").first())
                .hasAccessibleName(java.util.regex.Pattern.compile("la dernière synchronisation a échoué"));
        network.faults().clear();
        nothingWaits();
        assertThat(visitor.find(".drawer-lower .nav-alert")).isHidden();
    }

    private void failingRun() {
        network.faults().add(legacy(FaultKind.LEGACY_ERROR).on("/sync/v5/site").saying(HARDWARE_ID));
        assertThat(nothingWaits().error()).isNotNull();
    }

    /** The details that are open; a page has one "i" for each failed step and one for the run. */
    private static Locator openDetails(Visitor visitor) {
        return visitor.find("vaadin-popover[opened] .failure-details");
    }

    /** What Ctrl+V brings into a field. */
    private static String pasted(Visitor visitor) {
        visitor.page()
                .evaluate("() => { const field = document.createElement('textarea'); field.id = 'paste-here';"
                        + " document.body.prepend(field); field.focus(); }");
        visitor.page().keyboard().press("Control+V");
        return visitor.find("#paste-here").inputValue();
    }

    private static Fault legacy(FaultKind kind) {
        return Fault.always(kind, CentralServer.LEGACY);
    }

    private static Fault open(FaultKind kind) {
        return Fault.always(kind, CentralServer.OPEN);
    }
}
