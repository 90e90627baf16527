package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;

/** People of the network at the door: with the central server, without it, and when it thinks better of them. */
class SignInJourneyTest extends JourneySite {

    private static final String EVERYBODYS_PASSWORD = "pass";

    @Test
    void aPersonOfTheNetworkFindsTheirOwnLanguageStoreAndRights() {
        Visitor visitor = somebody("en");
        visitor.signIn("adjoint", EVERYBODYS_PASSWORD);
        assertThat(visitor.find("#signed-in-user")).hasText("Moussa Koné");
        assertThat(visitor.find("html")).hasAttribute("lang", "fr");
        assertThat(visitor.find(".nav-link[href='settings']")).hasCount(0);

        visitor.open("locations");
        assertThat(visitor.find("#location-add")).isVisible();
        visitor.find("#store").selectOption("Dispensaire de Ségou");
        assertThat(visitor.find("#location-add")).isHidden();
    }

    @Test
    void whileTheCentralServerIsSilentWhoWasHereBeforeComesIn() {
        Visitor visitor = somebody("en");
        visitor.signIn("directeur", EVERYBODYS_PASSWORD);
        assertThat(visitor.find(".nav-link[href='settings']")).isVisible();
        visitor.find("#sign-out").click();
        assertThat(visitor.find("#sign-in")).isVisible();

        network.faults()
                .add(Fault.always(FaultKind.HTML, CentralServer.LEGACY)
                        .on("login")
                        .saying("503"));
        visitor.signIn("froid", EVERYBODYS_PASSWORD);
        assertThat(visitor.find("#login-problem")).containsText("A first sign-in needs the central server");
        visitor.signIn("directeur", EVERYBODYS_PASSWORD);
        assertThat(visitor.find(".nav-link[href='settings']")).isVisible();
    }

    @Test
    void aManualRunShowsThePersonOutWhomTheCentralServerRefuses() {
        Visitor visitor = somebody("en");
        visitor.signIn("nurse", EVERYBODYS_PASSWORD);
        assertThat(visitor.find("#signed-in-user")).hasText("Grace Hill");
        visitor.open("synchronisation");
        network.faults()
                .add(Fault.always(FaultKind.LEGACY_ERROR, CentralServer.LEGACY)
                        .on("login")
                        .saying("site_incorrect_password"));
        visitor.syncNow().click();

        assertThat(visitor.page()).hasURL(Pattern.compile("/login\\?refused$"));
        assertThat(visitor.find("#login-problem")).containsText("no longer accepts your password");
        visitor.open("synchronisation");
        assertThat(visitor.find("#sign-in")).isVisible();
    }

    @Test
    void aPageWhosePartsWereLostOnTheWayComesByItself() {
        Visitor visitor = somebody("fr");
        AtomicInteger asked = new AtomicInteger();
        visitor.page().route("**/VAADIN/build/**", part -> {
            if (asked.getAndIncrement() < 2) {
                part.abort();
            } else {
                part.resume();
            }
        });

        visitor.signIn();

        assertThat(visitor.find("#signed-in-user")).isVisible();
    }

    private Visitor somebody(String language) {
        return new Visitor(browser.page(language), address());
    }
}
