package org.relais.doors;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole application over HTTP, as a browser and as programs meet it. All subclasses share one context. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "relais.admin.password=blé-27")
@Import(DoorSite.FormOfAPage.class)
public abstract class DoorSite {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        db.register(registry);
    }

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    protected final CookieManager cookies = new CookieManager();
    protected final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** An account of this site's own, with the administrator's password and without the administrator's rights. */
    protected void ownAccount(String name) {
        jdbc.sql("""
                        insert into account (id, name, password, administrator, created_at, changed_at)
                        select :name, :name, password, false, created_at, changed_at from account where name = 'admin'
                        """).param("name", name).update();
    }

    protected HttpResponse<String> signIn(String name, String password) throws Exception {
        return signIn(name, password, formToken());
    }

    protected HttpResponse<String> signIn(String name, String password, String token) throws Exception {
        return post(
                "/login", "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token));
    }

    /** The token that the sign-in form carries; empty for somebody who signed in and gets no form. */
    protected String formToken() throws Exception {
        Matcher token = FORM_TOKEN.matcher(get("/login", "Accept", "text/html").body());
        return token.find() ? token.group(1) : "";
    }

    protected HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri(path)).headers(headers).build(), BodyHandlers.ofString());
    }

    protected HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    protected URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    protected static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the token of a form on a page, which the browser draws. */
    @TestComponent
    @RestController
    static class FormOfAPage {

        static final String PATH = "/assets/form";

        @GetMapping(PATH)
        String token(CsrfToken token) {
            return token.getToken();
        }
    }
}
