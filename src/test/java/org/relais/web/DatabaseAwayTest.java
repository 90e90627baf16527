package org.relais.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.testing.Browser;
import org.relais.testing.DataFolders;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with its own database, which is stopped (it hangs) and killed. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "relais.sync.enabled=false",
            "relais.admin.password=" + DatabaseAwayTest.PASSWORD,
            "relais.database.redo-log=64MB",
            "relais.database.buffer-pool=96MB"
        })
@DirtiesContext
class DatabaseAwayTest {

    static final String PASSWORD = "blé-27";

    /** The product promises two seconds; before, it was thirty. A loaded machine may need some of the difference. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Path data;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedMariaDbForTests.unpackBinaries();
        data = DataFolders.fresh("away");
        Path mariadb = Files.createDirectories(data.resolve("mariadb"));
        Files.createSymbolicLink(mariadb.resolve("binaries"), EmbeddedMariaDbForTests.binaries());
        EmbeddedMariaDbForTests.layTables(mariadb);
        registry.add("relais.data.directory", data::toString);
    }

    @AfterEach
    void goOn() throws Exception {
        signal("CONT");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ask("/actuator/health/readiness").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | La base de données de ce serveur ne répond pas
            es | La base de datos de este servidor no responde
            en | This server’s database does not answer
            """)
    void everyPageSaysSoInTheReadersLanguage(String language, String words) throws Exception {
        signal("STOP");

        for (String page : new String[] {"/", "/login", "/settings", "/synchronisation", "/no-such-page"}) {
            HttpResponse<String> answer = awayAnswer(page, "Accept", "text/html", "Accept-Language", language);
            assertThat(answer.body()).contains(words).contains("lang=\"" + language + "\"");
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
            assertThat(answer.headers().firstValue("cache-control"))
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        }
    }

    @Test
    void everyCallSaysSoWithACodeAndAHint() throws Exception {
        signal("STOP");

        for (String call : new String[] {"/api/v1/sync", "/api/v1/sync/runs", "/api/v1/records/item/x"}) {
            for (String[] credentials :
                    new String[][] {{}, {"Authorization", basic()}, {"Authorization", "Bearer relais_none"}}) {
                HttpResponse<String> answer = awayAnswer(
                        call,
                        Stream.concat(Stream.of("Accept-Language", "fr"), Stream.of(credentials))
                                .toArray(String[]::new));
                assertThat(answer.headers().firstValue("content-type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                assertThat(answer.body()).contains("\"code\":\"database\"").contains("\"hint\":\"Rien n’est perdu");
            }
        }
    }

    @Test
    void healthNamesItAndIsNeverAFailureOfItsOwn() throws Exception {
        signal("STOP");

        // The very first answer may be the endpoint's own, which tells a stranger no parts.
        await().atMost(SOON).until(() -> ask("/actuator/health").body(), isDown());
        assertThat(awayAnswer("/actuator/health", "Authorization", basic()).body())
                .contains("\"db\":{\"status\":\"DOWN\"");
        assertThat(awayAnswer("/actuator/health/readiness").body()).contains("\"status\":\"DOWN\"");
        assertThat(ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    /** Whose push is not open hears of it in no other way. */
    @Test
    void everyOpenPageHearsOfItWithTheServersPulse() throws Exception {
        signal("STOP");
        await().atMost(SOON).until(() -> ask("/live").body(), answer -> answer.contains("\"away\":true"));

        signal("CONT");
        await().atMost(SOON).until(() -> ask("/live").body(), answer -> answer.contains("\"away\":false"));
    }

    @Test
    void whatThePageNeedsToLookLikeOneIsThere() throws Exception {
        signal("STOP");
        awayAnswer("/login", "Accept", "text/html");

        assertThat(ask("/assets/relais.css").statusCode()).isEqualTo(200);
    }

    /** The page looks every ten seconds. */
    @Test
    void thePageThatSaysSoLeadsBackToTheOneThatWasAskedFor() throws Exception {
        signal("STOP");
        awayAnswer("/settings/schedule", "Accept", "text/html");
        Page page = browser.page("fr");
        page.navigate("http://127.0.0.1:" + port + "/settings/schedule");
        assertThat(page.locator("#link-state")).hasText("Connecté");
        assertThat(page.locator("#error-again")).isVisible();

        goOn();
        assertThat(page).hasURL(Pattern.compile("/login$"));
        page.locator("#username").fill("admin");
        page.locator("#password").fill(PASSWORD);
        page.locator("#sign-in").click();
        assertThat(page).hasURL(Pattern.compile("/settings/schedule$|/setup$"));
    }

    @Test
    void anOpenPageSaysSoTurnsItsFiguresGreyAndGoesOnWhereThePersonWasGoing() throws Exception {
        Page page = browser.page("es", 360, 740);
        signIn(page);
        page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<i id=\"figure\" data-live></i>')");

        signal("STOP");
        assertThat(page.locator("#away-notice")).containsText("La base de datos de este servidor no responde");
        assertThat(page.locator("#away-notice")).containsText("Datos mostrados: hoy a la");
        assertThat(page.locator("#figure")).hasCSS("filter", "grayscale(1)");
        page.locator("vaadin-drawer-toggle").click();
        page.locator(".nav-link[href='help']").click();

        goOn();
        assertThat(page.locator("#away-notice")).isHidden();
        assertThat(page).hasURL(Pattern.compile("/help$"));
        assertThat(page.locator("#link-state")).hasText("Conectado");
    }

    @Test
    void aPageThatNothingIsPushedToSaysSoInItsMarkAndIsLiveAgainByItself() throws Exception {
        Page page = browser.page("es", 360, 740);
        shutPush(page);
        signIn(page);
        assertThat(page.locator("#link-state")).hasText("Conectado");

        signal("STOP");
        assertThat(page.locator("#link-state")).hasText("No se puede guardar");

        goOn();
        assertThat(page.locator("#link-state")).hasText("Conectado");
    }

    /** In the browser itself: a route of Playwright's is asked in this thread, which waits for other things. */
    private static void shutPush(Page page) {
        page.addInitScript("delete window.WebSocket");
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("Network.enable");
        JsonArray push = new JsonArray();
        push.add("*v-r=push*");
        JsonObject blocked = new JsonObject();
        blocked.add("urls", push);
        devTools.send("Network.setBlockedURLs", blocked);
    }

    private void signIn(Page page) {
        page.navigate("http://127.0.0.1:" + port + "/login");
        page.locator("#username").fill("admin");
        page.locator("#password").fill(PASSWORD);
        page.locator("#sign-in").click();
        assertThat(page.locator("main#content h1")).isVisible();
    }

    @Test
    void aDatabaseThatWasKilledIsBackByItself() throws Exception {
        signal("KILL");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        ask("/actuator/health", "Authorization", basic()).body())
                .contains("\"db\":{\"status\":\"UP\"")
                .contains("\"diskSpace\":{\"details\":{\"total\":"));
        assertThat(ask("/api/v1/sync", "Authorization", basic()).statusCode()).isEqualTo(200);
    }

    /** The answer when the database has been missed: before that moment a page that needs nothing of it may still come. */
    private static Predicate<String> isDown() {
        return health -> health.contains("\"status\":\"DOWN\"") && health.contains("\"db\":{\"status\":\"DOWN\"");
    }

    private HttpResponse<String> awayAnswer(String path, String... headers) {
        return await().atMost(SOON).until(() -> ask(path, headers), answer -> answer.statusCode() == 503);
    }

    private HttpResponse<String> ask(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(SOON);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static void signal(String name) throws IOException, InterruptedException {
        String pid = Files.readString(data.resolve("mariadb/data/mariadbd.pid")).strip();
        new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    }
}
