package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.run.Run;
import org.relais.run.Trigger;

/**
 * Pages on a bad link: what they say, what becomes of what a person does meanwhile, and where it goes on. One journey for each
 * cause that differs; that the server stopped looks to a browser as if the line were lost, until it answers again.
 */
class LiveJourneyTest extends JourneySite {

    private static final Pattern GREY = Pattern.compile("grayscale\\(1\\)");

    @Test
    void aLostLineIsSaidAndWhatWasPressedIsDoneWhenItIsBack() {
        Visitor visitor = signedInAt("synchronisation", "fr", 360, 740);
        assertThat(visitor.syncNow()).isEnabled();
        assertThat(visitor.find("#link-state")).hasAttribute("data-state", "live");
        assertThat(visitor.find("#link-state")).hasText("Connecté");
        assertThat(visitor.find(".link-bar")).isHidden();
        long before = runs.newest(1).getFirst().id();
        visitor.page().clock().install(new Clock.InstallOptions());
        visitor.page().context().setOffline(true);

        assertThat(visitor.find("#link-state")).hasAttribute("data-state", "offline");
        assertThat(visitor.find("#pending-count")).hasCSS("filter", GREY);
        assertThat(visitor.find(".link-bar")).containsText("Dernier contact avec ce serveur");
        visitor.page().clock().fastForward("05:00");
        assertThat(visitor.find("#link-state")).containsText(Pattern.compile("depuis 5:\\d\\d"));
        visitor.syncNow().click();
        assertThat(visitor.find(".link-kept")).containsText("Votre demande est conservée");
        assertThat(visitor.find(".link-kept")).isInViewport();
        visitor.find("vaadin-drawer-toggle").click();
        visitor.find(".nav-link[href='help']").click();
        assertThat(visitor.find(".link-title")).containsText("Aide");
        assertThat(visitor.find(".link-title")).isFocused();
        assertThat(visitor.find("#pending-count")).isHidden();

        visitor.page().context().setOffline(false);
        assertThat(visitor.find("#contact-text")).isVisible();
        assertThat(visitor.page()).hasURL(Pattern.compile("/help$"));
        assertThat(visitor.find("#link-state")).hasAttribute("data-state", "live");
        Run pressed = runs.newest(1).getFirst();
        assertThat(pressed.id()).isGreaterThan(before);
        assertThat(pressed.trigger()).isEqualTo(Trigger.PERSON);
        visitor.page().goBack();
        assertThat(visitor.syncNow()).isVisible();
    }

    @Test
    void afterARestartWhatWasTypedIsThereAgainAndWhatWasPressedIsToldToBeLost() {
        Visitor visitor = signedInAt("help", "fr");
        visitor.find("#contact-send").click();
        assertThat(visitor.find("#contact-text")).hasAttribute("invalid", "");
        visitor.find("#contact-text textarea").pressSequentially("La balance");
        assertThat(visitor.find("#contact-text relais-count")).hasText(Pattern.compile("10 caractères sur 5\\s000"));
        assertThat(visitor.find("#contact-text")).not().hasAttribute("invalid", "");
        visitor.page().context().setOffline(true);
        assertThat(visitor.find("#link-state")).hasAttribute("data-state", "offline");
        visitor.find("#contact-send").click();
        assertThat(visitor.find(".link-kept")).isVisible();
        sessionBecomes(visitor.page().context(), "0123456789ABCDEF0123456789ABCDEF.0000beef");
        visitor.page().context().setOffline(false);

        assertThat(visitor.page()).hasURL(Pattern.compile("/login\\?restarted$"));
        assertThat(visitor.find("#login-problem")).containsText("Ce serveur a redémarré");
        assertThat(visitor.find("relais-unheard")).containsText("Ce serveur n’a pas reçu votre demande (« Envoyer »)");
        visitor.signInHere();
        assertThat(visitor.find("#contact-text textarea")).hasValue("La balance");
        assertThat(visitor.find("relais-draft")).containsText("Brouillon retrouvé");
        assertThat(visitor.find("relais-unheard")).containsText("Appuyez de nouveau");
        visitor.find("[data-unheard-close]").click();
        assertThat(visitor.find("relais-unheard")).isHidden();
        visitor.find("[data-draft-discard]").click();
        assertThat(visitor.find("#contact-text textarea")).hasValue("");
        assertThat(visitor.find("relais-draft")).isHidden();
    }

    @Test
    void whoSignedOutInAnotherTabIsLedBackToTheWindowInWhichTheyTyped() {
        Visitor visitor = signedInAt("locations", "es");
        visitor.find("#location-add").click();
        visitor.find("#location-code input").pressSequentially("B-7");
        Page other = visitor.page().context().newPage();
        other.navigate(address() + "/help");
        other.locator("#sign-out").click();
        assertThat(other.locator("#sign-in")).isVisible();
        assertThat(other).hasURL(address() + "/login");

        assertThat(visitor.page()).hasURL(Pattern.compile("/login\\?left$"));
        assertThat(visitor.find("#login-problem")).containsText("otra pestaña");
        visitor.signInHere();
        assertThat(visitor.find("#location-code input")).hasValue("B-7");
        visitor.find("#location-cancel").click();
        assertThat(visitor.find("#location-code")).hasCount(0);

        // A link, or its keys, that is pressed before the page knows that the session is over leads there all the same.
        visitor.page().route("**/live", unanswered -> {});
        sessionBecomes(visitor.page().context(), "0123456789ABCDEF0123456789ABCDEF.0000beef");
        visitor.page().keyboard().press("Alt+Shift+S");
        assertThat(visitor.page()).hasURL(Pattern.compile("/login\\?restarted$"));
        visitor.page().unroute("**/live");
        visitor.signInHere();
        assertThat(visitor.page()).hasURL(Pattern.compile("/synchronisation$"));
    }

    @Test
    void anAbbreviatedMomentOfTheLastContactEndsItsSentenceOnce() {
        Visitor visitor = signedInAt("help", "es-CO");
        visitor.page().context().setOffline(true);

        assertThat(visitor.find(".link-bar")).containsText(Pattern.compile("servidor: .*\\d.*m\\."));
        assertThat(visitor.find(".link-bar")).not().containsText("..");
    }

    @Test
    void aLineThatIsLostBeforeThePageIsThereIsSaidInThePagesWords() {
        Visitor visitor = signedIn("fr");
        BrowserContext context = visitor.page().context();
        Predicate<String> call = url -> url.contains("v-r=init");
        visitor.page().route(call, lost -> {
            context.setOffline(true);
            lost.abort();
        });
        visitor.open("help");

        assertThat(visitor.page().getByText("Ce serveur est injoignable")).isInViewport();
        assertThat(visitor.page().getByText("Chargement")).isHidden();
        assertThat(visitor.find(".v-status-message")).isHidden();
        assertThat(visitor.find("iframe")).isHidden();
        visitor.page().unroute(call);
        context.setOffline(false);
        assertThat(visitor.find("#contact-text")).isVisible();
    }

    @Test
    void aPageThatNoWebSocketReachesFollowsARunAlsoAfterAMessageWasLost() {
        Page page = browser.page("en");
        page.routeWebSocket(Pattern.compile(".*"), socket -> socket.close());
        Visitor visitor = new Visitor(page, address());
        visitor.signIn();
        // A message that was lost on its way: Vaadin's client says so with what it sends next.
        AtomicBoolean lost = new AtomicBoolean();
        Predicate<String> calls = url -> url.contains("v-r=uidl");
        page.route(calls, call -> {
            String sent = call.request().postData();
            boolean tells = sent.contains("ui-navigate") && lost.compareAndSet(false, true);
            call.resume(new Route.ResumeOptions()
                    .setPostData(tells ? sent.replaceFirst("\\{", "{\"resynchronize\":true,") : sent));
        });
        visitor.openSynchronisation("Synchronisation");
        assertThat(lost).isTrue();
        page.unroute(calls);
        assertThat(visitor.syncNow()).isEnabled();
        assertThat(visitor.syncNow()).hasCSS("min-height", "52px");
        network.faults().add(Fault.always(FaultKind.STALL, CentralServer.LEGACY).on("central_records"));
        synchroniser.start(Trigger.API, null);

        visitor.seesStep("pull-central", "active");
        assertThat(visitor.find("#link-state")).hasAttribute("data-state", "live");
        network.faults().clear();
        visitor.seesTheEnd();
        visitor.seesStep("integrate", "done");
    }

    /** As a browser's cookie is when the server was started anew, or when it ended the session. */
    private void sessionBecomes(BrowserContext context, String id) {
        Cookie cookie = context.cookies().stream()
                .filter(one -> one.name.equals("relais-session"))
                .findFirst()
                .orElseThrow();
        context.addCookies(List.of(new Cookie(cookie.name, id).setUrl(address())));
    }
}
