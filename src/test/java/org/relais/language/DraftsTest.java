package org.relais.language;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.Browser;
import org.springframework.core.io.ClassPathResource;

/**
 * What becomes of typed text at the moments that no journey can choose: the script of drafts by itself, in a form whose fields
 * and mark come when the test says so. Timers stand still where a page is gone before they end.
 */
class DraftsTest {

    private static final String ADDRESS = "http://drafts.test/";

    private static final String UNMARKED = "unmarked";
    private static final String MARK = "<relais-link id=\"link-state\" person=\"awa\"></relais-link>";

    private static final String FORM = """
            <!doctype html><html lang="en"><body>
            %s
            <form><relais-draft name="settings" hidden><span data-draft-found>Found</span><span data-draft-joined hidden>Joined</span>
            </relais-draft>
            <vaadin-text-field id="interval"><input></vaadin-text-field>
            <vaadin-text-field id="note"><input></vaadin-text-field></form>
            <script>
              customElements.define('vaadin-text-field', class extends HTMLElement {
                get value() { return this.querySelector('input').value; }
                set value(text) { this.querySelector('input').value = text; }
              });
              document.getElementById('interval').value = '2 days';
            </script>
            <script>%s</script>
            </body></html>
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    private Page page;

    @BeforeEach
    void aFormThatHoldsTwoDays() throws IOException {
        String script =
                new ClassPathResource("META-INF/resources/assets/drafts.js").getContentAsString(StandardCharsets.UTF_8);
        page = browser.page("en");
        page.route(
                "**/*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody(FORM.formatted(route.request().url().endsWith(UNMARKED) ? "" : MARK, script))));
        open();
    }

    @Test
    void isKeptThoughThePageIsGoneAtOnce() {
        timersStandStill();
        type("interval", "1 h");
        open();

        assertThat(page.locator("relais-draft")).isVisible();
        assertThat(value("interval")).isEqualTo("1 h");
    }

    @Test
    void whatIsTypedWhileTheAnswerComesIsKeptThoughThePageIsGoneWithTheAnswer() {
        type("interval", "1 h");
        timersStandStill();
        page.evaluate("window.relaisDraftSaved('settings', {interval: '3 days'})");

        assertThat(kept()).contains("1 h");
    }

    @Test
    void whatWasSavedIsNoDraftAnyMore() {
        type("interval", "3 days");
        page.waitForFunction("() => sessionStorage.length === 1");
        page.evaluate("window.relaisDraftSaved('settings', {interval: '3 days'})");
        assertThat(kept()).isEqualTo("null");
        open();

        assertThat(page.locator("relais-draft")).isHidden();
        assertThat(value("interval")).isEqualTo("2 days");
    }

    @Test
    void whatIsTypedBeforeItIsKnownWhoseItIsIsKeptAndNotOverwritten() {
        type("interval", "1 h");
        type("note", "from the draft");
        page.waitForFunction(
                "() => (sessionStorage.getItem('relais-draft awa settings') ?? '').includes('from the draft')");
        page.navigate(ADDRESS + UNMARKED);
        page.waitForFunction("() => document.querySelector('relais-draft').initial");
        type("interval", "5 h");
        assertThat(page.locator("relais-draft")).isHidden();
        page.evaluate("mark => document.body.insertAdjacentHTML('beforeend', mark)", MARK);

        assertThat(page.locator("relais-draft")).isVisible();
        assertThat(value("interval")).isEqualTo("5 h");
        assertThat(value("note")).isEqualTo("from the draft");
        assertThat(kept()).contains("5 h", "from the draft");
    }

    private void open() {
        page.navigate(ADDRESS);
        page.waitForFunction(
                "() => document.querySelector('relais-draft').begun || !document.getElementById('link-state')");
    }

    private void type(String field, String text) {
        page.locator("#" + field + " input").fill(text);
    }

    private String value(String field) {
        return page.locator("#" + field + " input").inputValue();
    }

    private String kept() {
        return String.valueOf(page.evaluate("String(sessionStorage.getItem('relais-draft awa settings'))"));
    }

    private void timersStandStill() {
        page.evaluate("window.setTimeout = () => 0");
    }
}
