package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in front of a browser, who does what people do on the pages. */
final class Visitor {

    static final String NAME = "admin";
    static final String PASSWORD = "sésame-41";

    private static final int MANY_TABS = 40;

    /** Every change of a step's state in the order in which the page went through them, also those that were gone at once. */
    private static final String RECORD_STATES = """
            () => {
              const states = window.stepStates = [];
              new MutationObserver((changes) => changes.forEach((change, at) => {
                const next = changes.slice(at + 1).find((later) => later.target === change.target);
                const state = next ? next.oldValue : change.target.dataset.state;
                if (state !== change.oldValue) {
                  states.push(`${change.target.dataset.step} ${state}`);
                }
              })).observe(document.getElementById('stepper'),
                {subtree: true, attributes: true, attributeFilter: ['data-state'], attributeOldValue: true});
            }
            """;

    /** Once what watches its own size has seen the last change. What spins without end is still as well. */
    private static final String STILL = """
            () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
              .then(() => Promise.allSettled([document.fonts.ready].concat(document.getAnimations()
                .filter((each) => each.effect.getComputedTiming().endTime !== Infinity).map((each) => each.finished))))
            """;

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Page page;
    private final String address;

    Visitor(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens a page by its address. */
    void open(String path) {
        page.navigate(address + "/" + path);
    }

    void signIn() {
        signIn(NAME, PASSWORD);
        assertThat(find("vaadin-app-layout")).isVisible();
    }

    /** Sends the sign-in form to which somebody was led. */
    void signInHere() {
        fillIn(NAME, PASSWORD);
    }

    /** Signs in without looking at the form, which has journeys of its own. */
    void comesSignedIn() {
        APIRequestContext browser = page.request();
        Matcher token = FORM_TOKEN.matcher(browser.get(address + "/login").text());
        if (!token.find()) {
            throw new AssertionError("The sign-in page has no form");
        }
        FormData form = FormData.create()
                .set("username", NAME)
                .set("password", PASSWORD)
                .set("_csrf", token.group(1));
        APIResponse answer = browser.post(
                address + "/login", RequestOptions.create().setForm(form).setMaxRedirects(0));
        if (!"/".equals(answer.headers().get("location"))) {
            throw new AssertionError("Not signed in: " + answer.status() + " " + answer.headers());
        }
    }

    /** Sends the sign-in form; whether that opens the door is for the caller to see. */
    void signIn(String name, String password) {
        open("login");
        fillIn(name, password);
    }

    private void fillIn(String name, String password) {
        find("#username").fill(name);
        find("#password").fill(password);
        find("#sign-in").click();
    }

    /** Opens Synchronisation as people do, from the drawer, by the word that stands there. */
    void openSynchronisation(String word) {
        find(".drawer-lower .nav-link")
                .filter(new Locator.FilterOptions().setHasText(word))
                .click();
        assertThat(syncNow()).isVisible();
        assertThat(page).hasURL(address + "/synchronisation");
    }

    Locator syncNow() {
        return find("#sync-now");
    }

    Locator step(String key) {
        return find("[data-step='" + key + "']");
    }

    void seesStep(String key, String state) {
        assertThat(step(key)).hasAttribute("data-state", state);
    }

    /** Waits until the button can be pressed again. */
    void seesTheEnd() {
        assertThat(syncNow()).hasAttribute("aria-busy", "false");
        assertThat(syncNow()).isEnabled();
    }

    void recordStates() {
        page.evaluate(RECORD_STATES);
    }

    /** The states that the steps went through since {@link #recordStates}, without their being put back at the beginning. */
    List<String> recordedStates() {
        List<?> states = (List<?>) page.evaluate("() => window.stepStates");
        return states.stream()
                .map(String::valueOf)
                .filter(state -> !state.endsWith(" pending"))
                .toList();
    }

    /** Waits until nothing moves: colours and places that are on their way would be judged as they are at that moment. */
    void isStill() {
        page.evaluate(STILL);
    }

    void prefers(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Presses the Tab key until something has the focus. */
    void tabTo(Locator wanted) {
        for (int i = 0; i < MANY_TABS; i++) {
            page.keyboard().press("Tab");
            if ((boolean) wanted.evaluate("(element) => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + wanted);
    }

    void addLocation(String code) {
        find("#location-add").click();
        find("#location-code input").fill(code);
        find("#location-description input").fill("Étagère près de la porte");
        find("#location-save").click();
        assertThat(find("#location-save")).hasCount(0);
    }

    void sendContactForm(String text) {
        find("#contact-kind vaadin-radio-button").first().click();
        find("#contact-address input").fill("pharmacie@kinkala.example.org");
        find("#contact-text textarea").fill(text);
        find("#contact-send").click();
        assertThat(find("#contact-journey")).hasAttribute("data-state", "waits");
    }
}
