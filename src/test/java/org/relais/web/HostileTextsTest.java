package org.relais.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.Browser;
import org.relais.testing.Rows;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Everything that a server or a person can name here is named by somebody who means harm. All pages show it as the text that
 * it is: no script runs, no element comes of it.
 */
class HostileTextsTest extends WebSite {

    private static final String IMAGE = "<img src=x onerror=harm()>";
    private static final String SCRIPT = "\"></span><script>harm()</script>";
    private static final String LINK = "<a href=\"javascript:harm()\">\u202etxet</a>";
    private static final String SHORT = "<svg onload=harm()>";

    private static final String WATCH = """
            window.harmed = [];
            window.harm = () => window.harmed.push('ran');
            addEventListener('securitypolicyviolation', (event) => window.harmed.push(
              `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
            """;

    private static final String ELEMENTS = """
            [...document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript:"], svg[onload]')]
              .concat([...document.scripts].filter((script) => script.textContent.includes('harm()') && !script.nonce))
              .map((element) => element.outerHTML)
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    @Autowired
    private ServletContext context;

    @Test
    void nothingThatIsNamedBecomesMoreThanAText() {
        nameEverything();
        Page page = browser.page("fr");
        page.addInitScript(WATCH);
        signIn(page);
        addLocation(page);

        for (String path : pages()) {
            page.navigate(address() + path);
            assertThat(page.locator("vaadin-app-layout h1, .login h1").first()).isVisible();
            assertThat((List<?>) page.evaluate(ELEMENTS)).as(path).isEmpty();
            assertThat((List<?>) page.evaluate("window.harmed")).as(path).isEmpty();
        }

        page.navigate(address() + "locations");
        assertThat(page.locator("#locations")).containsText(SHORT);
        page.navigate(address() + "synchronisation");
        page.locator("#sync-error .failure-trigger").click();
        assertThat(page.locator("vaadin-popover[opened] .failure-details")).containsText(IMAGE);
        assertThat(page.locator("#signed-in-user")).hasText(IMAGE);
        assertThat((List<?>) page.evaluate(ELEMENTS)).isEmpty();
        assertThat((List<?>) page.evaluate("window.harmed")).isEmpty();
    }

    @Test
    void scriptInThePageDoesNotRunEvenIfItGotIn() {
        Page page = browser.page("fr");
        page.addInitScript(WATCH);
        page.navigate(address() + "login");
        assertThat(page.locator("#sign-in")).isVisible();

        page.evaluate("markup => document.body.insertAdjacentHTML('beforeend', markup)", IMAGE);
        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'harm()';
                  document.body.append(script);
                }
                """);

        page.waitForCondition(() -> ((List<?>) page.evaluate("window.harmed")).size() >= 2);
        assertThat((List<?>) page.evaluate("window.harmed"))
                .allSatisfy(what -> assertThat(what.toString()).startsWith("script-src-"));
    }

    private void nameEverything() {
        Rows rows = new Rows(jdbc);
        rows.site(IMAGE + SCRIPT + LINK);
        rows.keep(
                "name",
                "name-1",
                null,
                "{\"ID\":\"name-1\",\"name\":\"" + json(SCRIPT + IMAGE + LINK) + "\",\"code\":\"n\"}");
        rows.keep(
                "store",
                "store-1",
                "store-1",
                "{\"ID\":\"store-1\",\"name_ID\":\"name-1\",\"code\":\"s\",\"sync_id_remote_site\":2,\"disabled\":false}");
        jdbc.sql("""
                        insert into account (id, name, password, administrator, created_at, changed_at)
                        select 'hostile', ?, password, true, created_at, changed_at from account where name = 'admin'
                        """).param(IMAGE).update();
        jdbc.sql("""
                        insert into sync_run (trigger_key, started_by, started_at, finished_at, outcome, updated_at,
                            error_code, error_server, error_call, error_detail, error_at)
                        values ('person', ?, utc_timestamp(), utc_timestamp(), 'failed', utc_timestamp(),
                            'unreadable-answer', 'open', ?, ?, utc_timestamp())
                        """).params(IMAGE, "GET /" + LINK, IMAGE + SCRIPT).update();
        jdbc.sql("""
                        insert into sync_step (run_id, position, step, state, error_code, error_server, error_call,
                            error_detail, error_at)
                        select max(id), 1, 'push-v6', 'failed', 'unreadable-answer', 'open', ?, ?, utc_timestamp()
                        from sync_run
                        """).params(LINK, IMAGE + SCRIPT).update();
    }

    private static String json(String text) {
        return text.replace("\"", "\\\"");
    }

    private void signIn(Page page) {
        page.navigate(address() + "login");
        page.locator("#username").fill(IMAGE);
        page.locator("#password").fill(PASSWORD);
        page.locator("#sign-in").click();
        assertThat(page.locator("vaadin-app-layout")).isVisible();
    }

    private void addLocation(Page page) {
        page.navigate(address() + "locations");
        page.locator("#location-add").click();
        page.locator("#location-code input").fill(SHORT);
        page.locator("#location-description input").fill(IMAGE + SCRIPT);
        page.locator("#location-save").click();
        assertThat(page.locator("#location-save")).hasCount(0);
    }

    /** The path of every page that needs no more than its path. */
    private List<String> pages() {
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)))
                .getAvailableRoutes()
                .stream()
                .map(RouteData::getTemplate)
                .filter(template -> !template.contains(":"))
                .toList();
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/";
    }
}
