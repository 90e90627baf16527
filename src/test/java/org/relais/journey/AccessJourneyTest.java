package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/** Everything with the keyboard alone and for screen readers, and legible for all (WCAG 2.2 AA as axe-core judges it). */
class AccessJourneyTest extends JourneySite {

    private static final String JUDGE = """
            async () => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']
              })).violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.target.join(' ')} ${node.any.concat(node.all, node.none).map((c) => c.message).join('; ')}`))
            """;

    @Test
    void theKeyboardAloneOpensThePageAndStartsARun() {
        Visitor visitor = signedIn("fr");
        assertThat(visitor.find("h1")).isVisible();
        visitor.page().keyboard().press("Alt+Shift+S");
        assertThat(visitor.page()).hasURL(Pattern.compile("/synchronisation$"));
        assertThat(visitor.syncNow()).isEnabled();
        visitor.tabTo(visitor.syncNow());
        long before = runs.newest(1).getFirst().id();
        visitor.page().keyboard().press("Enter");
        visitor.seesTheEnd();
        assertThat(visitor.find("#last-sync .outcome")).hasText("Réussie");
        assertThat(runs.newest(1).getFirst().id()).isGreaterThan(before);
        assertThat(visitor.syncNow()).isFocused();
    }

    @Test
    void aScreenReaderHearsTheStepsPolitely() {
        network.faults().add(Fault.always(FaultKind.STALL, CentralServer.LEGACY).on("central_records"));
        Visitor visitor = signedIn("fr");
        visitor.openSynchronisation("Synchronisation");
        assertThat(visitor.find("#sync-announcer")).hasAttribute("aria-live", "polite");
        assertThat(visitor.page().getByRole(AriaRole.LIST, named("Étapes de la synchronisation")))
                .isVisible();
        assertThat(visitor.find("ol#stepper > li")).hasCount(6);
        visitor.syncNow().click();
        assertThat(visitor.step("pull-central")).hasAttribute("aria-current", "step");
        assertThat(visitor.find("[aria-current=step]")).hasCount(1);
        assertThat(visitor.find("#sync-announcer")).hasText("Pull Central : en cours");
        network.faults().clear();
        visitor.seesTheEnd();
        assertThat(visitor.find("#sync-announcer")).hasText("Synchronisation : Réussie");
        assertThat(visitor.find("[aria-current=step]")).hasCount(0);
        assertThat(visitor.page().getByRole(AriaRole.BUTTON, named("Synchroniser maintenant")))
                .isVisible();
        assertThat(visitor.page().getByRole(AriaRole.BUTTON, named("Agrandir le code QR")))
                .isVisible();
        assertThat(visitor.page().getByRole(AriaRole.NAVIGATION, named("Ce serveur")))
                .isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingOnAnyPageIsAgainstTheRules(ColorScheme scheme) throws IOException {
        Visitor visitor = new Visitor(browser.page("fr"), address());
        visitor.prefers(scheme);
        visitor.open("login?error");
        assertThat(visitor.find("#sign-in")).isVisible();
        judged(visitor, "login");
        visitor.signIn();
        judged(visitor, "home");
        visitor.open("locations");
        assertThat(visitor.find("#location-count")).isVisible();
        judged(visitor, "locations");
        visitor.find("#location-add").click();
        assertThat(visitor.find("#location-save")).isVisible();
        judged(visitor, "a location");
        visitor.open("help");
        assertThat(visitor.find("#contact-send")).isVisible();
        judged(visitor, "help");
        for (String page : new String[] {"help/synchronisation", "help/errors", "help/cold-chain"}) {
            visitor.open(page);
            assertThat(visitor.find(".help-contents [aria-current]")).isVisible();
            judged(visitor, page);
        }

        visitor.open("synchronisation");
        assertThat(visitor.syncNow()).isVisible();
        network.faults().add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY).lasting(1_500));
        visitor.syncNow().click();
        visitor.seesStep("push", "active");
        judged(visitor, "a run");
        visitor.find("#sync-cancel").click();
        network.faults().clear();
        visitor.seesTheEnd();
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.OPEN));
        visitor.syncNow().click();
        visitor.seesStep("pull-v6", "failed");
        visitor.seesTheEnd();
        visitor.find("#step-error-pull-v6").hover();
        assertThat(visitor.find("vaadin-popover[opened] .failure-details")).isVisible();
        judged(visitor, "a failure");
        visitor.page().keyboard().press("Escape");
        visitor.find("#server-qr").click();
        assertThat(visitor.find("#server-qr-large")).isVisible();
        judged(visitor, "the code");
    }

    private static void judged(Visitor visitor, String what) throws IOException {
        // Colours that are on their way would be judged as they are at that moment.
        visitor.page()
                .evaluate(
                        "() => Promise.allSettled(document.getAnimations()"
                                + ".filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished))");
        visitor.page().evaluate(axe());
        assertThat((List<?>) visitor.page().evaluate(JUDGE)).as(what).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessJourneyTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
