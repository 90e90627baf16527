package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Import(HttpSecurityTest.TokenTeller.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "relais.admin.password=blé-27")
class HttpSecurityTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        db.register(registry);
    }

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void pageAskedForComesAfterSigningIn() throws Exception {
        HttpResponse<String> refused = get("/actually/asked-for?x=1", "Sec-Fetch-Dest", "document");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).endsWith("/login");

        HttpResponse<String> welcomed = signIn("admin", "blé-27");

        assertThat(welcomed.statusCode()).isEqualTo(302);
        assertThat(location(welcomed)).endsWith("/actually/asked-for?x=1");
    }

    @Test
    void sessionChangesWhenSigningIn() throws Exception {
        String token = csrfToken();
        String before = session();

        signIn("admin", "blé-27", token);

        assertThat(session()).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void beforeTheSiteIsSetUpOnlyTheLocalAdministratorIsKnown() throws Exception {
        assertThat(location(signIn("admin", "wrong"))).endsWith("/login?wrong");
        assertThat(location(signIn("nobody", "wrong"))).endsWith("/login?unconfigured");
        assertThat(get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void repeatedFailuresSlowDownPagesAndPrograms() throws Exception {
        String name = "name-" + UUID.randomUUID();
        ownAccount(name);
        for (int i = 0; i < SlowDown.FREE_TRIES; i++) {
            assertThat(location(signIn(name, "wrong"))).endsWith("/login?wrong");
        }

        assertThat(location(signIn(name, "wrong"))).matches(".*/login\\?wait=\\d+");
        HttpResponse<String> program = get("/api/v1/none", "Authorization", basic(name, "wrong"));
        assertThat(program.statusCode()).isEqualTo(429);
        assertThat(program.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void formFromElsewhereIsNotLookedAt() throws Exception {
        assertThat(location(signIn("admin", "blé-27", "forged"))).endsWith("/login?stale");
        HttpResponse<String> out = post("/logout", "");
        assertThat(out.statusCode()).as(location(out)).isEqualTo(403);
    }

    @Test
    void pageOfTheHttpInterfaceIsForPeopleAndTakesNothingFromElsewhere() throws Exception {
        assertThat(location(get("/http-interface", "Sec-Fetch-Dest", "document", "Accept-Language", "fr")))
                .endsWith("/login");
        assertThat(get("/http-interface/description", "Accept", "application/json")
                        .statusCode())
                .isNotEqualTo(200);
        signIn("admin", "blé-27");

        HttpResponse<String> page = get("/http-interface", "Accept-Language", "fr");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("lang=\"fr\"", "Interface HTTP").doesNotContain("://", "<style", "onclick");
        for (String part : new String[] {"/description", "/swagger-ui.js", "/swagger-ui.css"}) {
            assertThat(get("/http-interface" + part, "Accept", "*/*").statusCode())
                    .isEqualTo(200);
        }
        assertThat(get("/api/v1/sync", "Accept", "application/json").statusCode())
                .as("the page's session is no key to the interface")
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        String token = csrfToken();
        signIn("admin", "blé-27", token);
        assertThat(get("/any-page", "Accept", "text/html").statusCode()).isNotEqualTo(302);

        HttpResponse<String> out = post("/logout", "_csrf=" + encoded(csrfToken()));

        assertThat(location(out)).endsWith("/login");
        assertThat(get("/", "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void whatGoesWrongIsToldInThePersonsLanguage() throws Exception {
        signIn("admin", "blé-27");

        HttpResponse<String> page = get("/error", "Accept", "text/html", "Accept-Language", "es");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"es\">", "Esta página no existe");
        assertThat(get("/nowhere", "Accept", "text/html").statusCode()).isNotEqualTo(403);
    }

    @Test
    void programsGetProblemDocumentsWhateverTheyAccept() throws Exception {
        HttpResponse<String> wrong = get("/api/v1/sync", "Authorization", basic("admin", "wrong"));
        assertThat(wrong.body()).contains("\"status\":401", "The name or the password is wrong");

        for (String accepted : new String[] {"text/html", "application/json"}) {
            HttpResponse<String> none =
                    get("/api/v1/none", "Authorization", basic("admin", "blé-27"), "Accept", accepted);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(none.body()).contains("\"status\":404", "\"title\":\"Not Found\"");
        }
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        String cookie = get("/login", "Accept", "text/html").headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("relais-session="))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void headersKeepPagesToThemselvesAndTellNoVersion() throws Exception {
        HttpResponse<String> page = get("/login", "Accept", "text/html");

        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).isPresent();
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'", "object-src 'none'", "form-action 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.headers().firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void browserMayKeepTheLook() throws Exception {
        HttpResponse<String> styles = get("/assets/relais.css", "Accept", "text/css");

        assertThat(styles.statusCode()).isEqualTo(200);
        assertThat(styles.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
    }

    @Test
    void programsSendTheirPasswordWithEachRequest() throws Exception {
        HttpResponse<String> answer = get("/api/v1/none", "Authorization", basic("admin", "blé-27"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/api/v1/none", "Accept", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void programsNeedNoTokenToPost() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/none"))
                .header("Authorization", basic("admin", "blé-27"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void sessionOfAPageOpensNoDoorForPrograms() throws Exception {
        signIn("admin", "blé-27");

        assertThat(get("/api/v1/none", "Accept", "application/json").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusedProgramIsToldInJson() throws Exception {
        HttpResponse<String> refused = get("/api/v1/none", "Authorization", basic("admin", "wrong"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=\"Relais\"");
        assertThat(refused.body()).contains("\"status\":401");
    }

    @Test
    void scriptOfAPageOpensNoPasswordWindow() throws Exception {
        HttpResponse<String> refused = get("/api/v1/none", "Sec-Fetch-Mode", "cors");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void healthIsThereForAllAndItsDetailsForSome() throws Exception {
        HttpResponse<String> anyone = get("/actuator/health", "Accept", "application/json");
        assertThat(anyone.body()).contains("\"status\"").doesNotContain("components");

        HttpResponse<String> admin = get("/actuator/health", "Authorization", basic("admin", "blé-27"));
        assertThat(admin.body()).contains("components");
    }

    @Test
    void measurementsAreForAdministrators() throws Exception {
        assertThat(get("/actuator/prometheus", "Accept", "*/*").statusCode()).isEqualTo(401);
        HttpResponse<String> admin = get("/actuator/prometheus", "Authorization", basic("admin", "blé-27"));
        assertThat(admin.statusCode()).isEqualTo(200);
        assertThat(admin.body()).contains("jvm_memory");
    }

    @Test
    void programsNeedAnAdministratorsAccount() throws Exception {
        ownAccount("nurse");

        HttpResponse<String> refused = get("/api/v1/records", "Authorization", basic("nurse", "blé-27"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void whoseSessionEndedIsToldSoAndComesBackToThePage() throws Exception {
        signIn("admin", "blé-27");
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setValue("ended"));
        HttpResponse<String> refused = get("/actually/asked-for", "Sec-Fetch-Dest", "document");

        assertThat(location(refused)).endsWith("/login?ended");
        assertThat(location(signIn("admin", "blé-27"))).endsWith("/actually/asked-for");
    }

    @Test
    void programsOfTheNetworkAreToldWhyTheyAreRefused() throws Exception {
        HttpResponse<String> refused = get("/api/v1/sync", "Authorization", basic("nobody", "wrong"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This server is not set up yet");
    }

    /** An account of this site's own, with the administrator's password and without the administrator's rights. */
    private void ownAccount(String name) {
        jdbc.sql("""
                        insert into account (id, name, password, administrator, created_at, changed_at)
                        select :name, :name, password, false, created_at, changed_at from account where name = 'admin'
                        """).param("name", name).update();
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return signIn(name, password, csrfToken());
    }

    private HttpResponse<String> signIn(String name, String password, String token) throws Exception {
        return post(
                "/login", "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token));
    }

    private String csrfToken() throws Exception {
        return get(TokenTeller.PATH, "Accept", "text/plain").body();
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("relais-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).headers(headers).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the token that the sign-in form carries: the form itself is drawn by the browser. */
    @RestController
    static class TokenTeller {

        static final String PATH = "/assets/token";

        @GetMapping(PATH)
        String token(CsrfToken token) {
            return token.getToken();
        }
    }
}
