package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The settings with the keyboard, on a window that is too low for them. */
class SettingsJourneyTest extends JourneySite {

    @Test
    void enterSavesEscapeTakesBackAndTheBarStaysInSight() {
        Visitor visitor = signedInAt("settings/schedule", "fr", 1280, 560);
        Locator interval = visitor.find("#sync-interval input");
        try {
            interval.fill("300");
            assertThat(visitor.find("#schedule-unsaved")).isInViewport();
            assertThat(visitor.find("#sync-interval-understood")).hasText("= 5 heures");
            interval.press("Enter");
            assertThat(visitor.find("#schedule-saved")).containsText("Enregistré");
            assertThat(synchroniser.interval()).isEqualTo(Duration.ofHours(5));
            assertThat(visitor.find("#schedule-unsaved")).isHidden();

            // Sent along with the key although the field had no time to tell what was typed.
            interval.fill("2 jours");
            interval.press("Enter");
            Awaitility.await().until(() -> synchroniser.interval().equals(Duration.ofDays(2)));
            // The answer is there once the server has put its own blank between number and unit.
            assertThat(interval).hasValue(Pattern.compile("2[^ ]jours"));
            assertThat(visitor.page()
                            .evaluate("Object.keys(sessionStorage).some((key) => key.includes('relais-draft'))"))
                    .as("what was saved is no draft any more")
                    .isEqualTo(false);

            // What is typed while the answer is under way stays, and is not saved yet.
            List<Route> held = new CopyOnWriteArrayList<>();
            Predicate<String> calls = url -> url.contains("v-r=uidl");
            visitor.page().route(calls, held::add);
            interval.fill("90");
            interval.press("Enter");
            interval.press("End");
            interval.pressSequentially("0");
            visitor.page().unroute(calls);
            held.forEach(Route::resume);
            Awaitility.await().until(() -> synchroniser.interval().equals(Duration.ofMinutes(90)));
            assertThat(visitor.find("#schedule-unsaved")).isVisible();
            assertThat(visitor.find("#sync-interval-understood")).hasText("= 15 heures");
            assertThat(interval).hasValue("900");
            interval.fill("2 jours");
            interval.press("Enter");
            Awaitility.await().until(() -> synchroniser.interval().equals(Duration.ofDays(2)));

            interval.fill("1 h");
            assertThat(visitor.find("#schedule-take-back")).isVisible();
            visitor.page().reload();
            assertThat(visitor.find("relais-draft")).isVisible();
            assertThat(interval).hasValue("1 h");
            assertThat(visitor.find("#schedule-take-back")).isVisible();
            interval.press("Escape");
            assertThat(interval).hasValue(Pattern.compile("2.jours"));
            assertThat(visitor.find("#schedule-take-back")).isHidden();
            assertThat(visitor.find("relais-draft")).isHidden();
        } finally {
            synchroniser.changeInterval(Duration.ofDays(7));
        }
    }

    @Test
    void theCureLeadsIntoTheFieldAndTheAnswerComesIntoSight() {
        Visitor visitor = signedInAt("settings/connection?correct=password", "es", 1280, 560);
        assertThat(visitor.find("#site-password input")).isFocused();

        visitor.page().keyboard().type("otra");
        visitor.find("#connection-test").click();
        assertThat(visitor.find("#connection-report")).hasAttribute("data-tone", "bad");
        assertThat(visitor.find("#connection-report .notice-title")).isInViewport();
        visitor.find(".settings-contents a:not([aria-current])").first().click();
        assertThat(visitor.find("#leave-question")).isVisible();
        visitor.page().keyboard().press("Escape");
        assertThat(visitor.find("#site-password input")).hasValue("otra");
    }
}
