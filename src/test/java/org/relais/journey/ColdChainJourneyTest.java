package org.relais.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone sends, and whoever sits in front of an open page sees it. */
class ColdChainJourneyTest extends JourneySite {

    private static final String WHOLE = """
            (sheet) => sheet.getBoundingClientRect().left <= window.innerWidth - sheet.getBoundingClientRect().right + 1
                && sheet.getBoundingClientRect().bottom + window.scrollY <= document.scrollingElement.scrollHeight + 1
            """;

    @Autowired
    private JdbcClient jdbc;

    /** The other journeys' pages know nothing of it. */
    @AfterEach
    void theSensorNeverWas() {
        Phone.neverWas(jdbc);
    }

    @Test
    void whatAPhoneSendsIsSeenAndHeardOnAPageThatIsOpen() throws Exception {
        Visitor visitor = new Visitor(browser.page("fr", 360, 740), address());
        Axe.readyIn(visitor);
        visitor.comesSignedIn();
        Phone phone = new Phone(address());
        phone.pairs();
        Instant now = Instant.now();
        phone.measures(5, now.minusSeconds(600));
        visitor.open("cold-chain?sensor=" + Phone.SENSOR);
        Locator card = visitor.find("[data-sensor='" + Phone.SENSOR + "']");
        assertThat(card).hasAttribute("data-state", "in-range");
        assertThat(card).isFocused();
        visitor.page().evaluate("() => { window.samePage = true; }");

        phone.measures(11.5, now.minusSeconds(60));
        assertThat(card).containsText("11,5 °C");
        phone.reportsHeat(now.minusSeconds(2520), null);

        assertThat(card).hasAttribute("data-state", "breach");
        assertThat(visitor.find("#alarm-bar")).containsText("Rupture : trop chaud Frigo 1, 11,5 °C, depuis 42 min");
        assertThat(visitor.find("#alarm-announcer")).containsText("Rupture : trop chaud, Frigo 1");
        assertThat((boolean) visitor.page().evaluate("() => window.samePage === true"))
                .isTrue();
        Axe.judge(visitor, "a breach");

        visitor.open("cold-chain/poster/" + Phone.SENSOR);
        assertThat(visitor.find("#poster-qr")).isVisible();
        Axe.judge(visitor, "the poster");
        visitor.page().setViewportSize(1280, 740);
        isPrintedWholeOnOneSheet(visitor, ".poster-sheet");

        visitor.open("cold-chain/report/" + Phone.SENSOR);
        assertThat(visitor.find("#report-days tbody tr")).hasCount(30);
        isPrintedWholeOnOneSheet(visitor, ".report-sheet");
    }

    /** On one sheet of A4 stands whatever it holds, and not only what of it fitted the window, beside the frame's empty place. */
    private static void isPrintedWholeOnOneSheet(Visitor visitor, String part) {
        assertThat(sheets(visitor)).isEqualTo(1);
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        visitor.isStill();
        Locator sheet = visitor.find(part);
        assertThat((boolean) sheet.evaluate(WHOLE)).as(part).isTrue();
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static int sheets(Visitor visitor) {
        Page.PdfOptions asTheSheetSays = new Page.PdfOptions().setPreferCSSPageSize(true);
        String pdf = new String(visitor.page().pdf(asTheSheetSays), StandardCharsets.ISO_8859_1);
        return (int) Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
    }
}
