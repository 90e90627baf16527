package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything with the keyboard alone and for screen readers, and legible for all (WCAG 2.2 AA as axe-core judges it). */
class AccessJourneyTest extends JourneySite {

    @Autowired
    private ServletContext servletContext;

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

        visitor.open("help");
        visitor.find("#contact-text textarea").press("Control+Alt+S");
        assertThat(visitor.page()).hasURL(Pattern.compile("/help$"));
        visitor.find("h1").click();
        visitor.page().keyboard().press("Control+Alt+S");
        assertThat(visitor.page()).hasURL(Pattern.compile("/synchronisation$"));
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

    /** With less motion, colours are there at once when the system turns dark. */
    @Test
    void nothingOnAnyPageIsAgainstTheRules() {
        Visitor visitor = new Visitor(browser.still("fr", 1280, 800), address());
        Axe.readyIn(visitor);
        visitor.open("login?error");
        assertThat(visitor.find("#sign-in")).isVisible();
        Axe.judge(visitor, "login");
        visitor.comesSignedIn();
        long run = runs.newest(1).getFirst().id();
        for (String route : routes()) {
            visitor.open(route.replace(":run", Long.toString(run)));
            assertThat(visitor.find("h1")).isVisible();
            Axe.judge(visitor, route);
        }
        visitor.open("settings");
        assertThat(visitor.find(".settings-contents a[aria-current]")).isVisible();
        List<String> sections = visitor.find(".settings-contents a").all().stream()
                .map(entry -> entry.getAttribute("href"))
                .toList();
        assertThat(sections).isNotEmpty();
        for (String section : sections) {
            visitor.find(".settings-contents a[href='" + section + "']").click();
            assertThat(visitor.find(".settings-contents a[aria-current]")).hasAttribute("href", section);
            Axe.judge(visitor, section);
        }
        visitor.open("nowhere");
        assertThat(visitor.find("#missing-page")).isVisible();
        Axe.judge(visitor, "no page");
    }

    /** Every page there is, with the names of its parameters; the sections of the settings come one by one. */
    private List<String> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext))
                .getRegisteredRoutes()
                .stream()
                .map(RouteData::getTemplate)
                .filter(route -> !route.equals("settings"))
                .toList();
    }

    @Test
    void nothingThatOpensIsAgainstTheRules() {
        Visitor visitor = new Visitor(browser.page("fr"), address());
        Axe.readyIn(visitor);
        visitor.comesSignedIn();
        visitor.open("locations");
        visitor.find("#location-add").click();
        assertThat(visitor.find("#location-save")).isVisible();
        Axe.judge(visitor, "a location");
        visitor.open("settings/programs");
        visitor.find("#token-make").click();
        visitor.find("#token-name input").fill("Rapport");
        Axe.judge(visitor, "a token's form");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.find("#token-copy")).isFocused();
        Axe.judge(visitor, "a token");

        visitor.open("synchronisation");
        assertThat(visitor.syncNow()).isVisible();
        network.faults().add(Fault.always(FaultKind.DELAY, CentralServer.LEGACY).lasting(1_500));
        visitor.syncNow().click();
        visitor.seesStep("push", "active");
        Axe.judge(visitor, "a run");
        visitor.find("#sync-cancel").click();
        network.faults().clear();
        visitor.seesTheEnd();
        network.faults().add(Fault.always(FaultKind.HTML, CentralServer.OPEN));
        visitor.syncNow().click();
        visitor.seesStep("pull-v6", "failed");
        visitor.seesTheEnd();
        visitor.find("#step-error-pull-v6").hover();
        assertThat(visitor.find("vaadin-popover[opened] .failure-details")).isVisible();
        Axe.judge(visitor, "a failure");
        visitor.page().keyboard().press("Escape");
        visitor.find("#server-qr").click();
        assertThat(visitor.find("#server-qr-large")).isVisible();
        Axe.judge(visitor, "the code");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
