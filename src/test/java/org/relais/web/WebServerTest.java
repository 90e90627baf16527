package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WebServerTest extends WebSite {

    private static final String[] FORWARDED = {
        "X-Forwarded-For: 203.0.113.9",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: clinic.example.org",
        "X-Forwarded-Port: 8443",
        "Accept: text/html",
        "Sec-Fetch-Dest: document"
    };

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @Test
    void whatAConfiguredProxySaysCounts() throws Exception {
        Answer answer = ask(PROXY, "GET /locations", FORWARDED);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/login");
        assertThat(answer.header("Set-Cookie")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void whatAnybodyElseSaysCountsForNothing() throws Exception {
        Answer answer = ask(TABLET, "GET /locations", FORWARDED);

        assertThat(answer.header("Location")).isEqualTo("/login");
        assertThat(answer.header("Set-Cookie")).isNotEmpty().doesNotContain("Secure");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void headerThatNoProxyIsToldToSetCountsForNothing() throws Exception {
        Answer answer = ask(
                PROXY,
                "GET /locations",
                "Forwarded: for=203.0.113.9;proto=https;host=evil.example",
                "Accept: text/html");

        assertThat(answer.header("Location")).isEqualTo("/login");
    }

    @Test
    void failuresAreThoseOfTheAddressBehindTheProxy(CapturedOutput output) throws Exception {
        ask(PROXY, "GET /api/v1/sync", basic("behind"), "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 10.77.3.4");
        ask(TABLET, "GET /api/v1/sync", basic("before"), "X-Forwarded-For: 203.0.113.9");

        assertThat(output.getOut())
                .contains("name \"behind\" from 203.0.113.9\n")
                .contains("name \"before\" from 127.0.0.1\n");
    }

    @Test
    void pushIsLetThroughByTheProxy() throws Exception {
        Answer answer = ask(
                PROXY,
                "GET /VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=websocket",
                String.join("\r\n", FORWARDED),
                "Origin: https://clinic.example.org:8443",
                "Cookie: " + cookiesOfSomebodySignedIn(),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer.status()).isEqualTo(101);
    }

    private String cookiesOfSomebodySignedIn() throws Exception {
        Answer page = ask(TABLET, "GET /login", "Accept: text/html");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)").matcher(page.body());
        assertThat(token.find()).isTrue();
        String form = "username=admin&password=%s&_csrf=%s"
                .formatted(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8), token.group(1));
        Answer signedIn = send(
                TABLET,
                "POST /login",
                form,
                "Cookie: " + cookies(page),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length());
        return cookies(signedIn);
    }

    private static String cookies(Answer answer) {
        return answer.headers().stream()
                .filter(header -> header.regionMatches(true, 0, "Set-Cookie:", 0, 11))
                .map(header -> header.substring(11).split(";")[0].strip())
                .collect(Collectors.joining("; "));
    }

    @Test
    void nameWritesNoLineOfItsOwnIntoTheLog(CapturedOutput output) throws Exception {
        ask(TABLET, "GET /api/v1/sync", basic("x\r\n2026 INFO all is well\u202e"));

        assertThat(output.getOut().lines()).noneMatch(line -> line.startsWith("2026 INFO all is well"));
        assertThat(output.getOut()).contains("name \"x??2026 INFO all is well?\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login",
                "GET /nowhere",
                "GET /assets/relais.css",
                "GET /assets/none.css",
                "GET /VAADIN/build/none.js",
                "GET /api/v1/sync",
                "GET /api/v1/none",
                "GET /actuator/health",
                "GET /actuator/env",
                "GET /error",
                "POST /logout",
                "PUT /coldchain/v1/sensor",
                "GET /assets/%2e%2e/x",
                "GET /assets/x;jsessionid=1"
            })
    void everyAnswerKeepsToItselfAndTellsNoVersion(String request) throws Exception {
        Answer answer = ask(TABLET, request, "Accept: text/html", "Content-Length: 0");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContainPattern("script-src[^;]*'unsafe-inline'");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        if (answer.status() >= 400) {
            assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "spring", "exception", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/%2e%2e/application.yaml",
                "/assets/%252e%252e/%252e%252e/application.yaml",
                "/assets/../../application.yaml",
                "/assets/..;/..;/application.yaml",
                "/assets/..%5c..%5capplication.yaml",
                "/assets/relais.css%00.png",
                "/assets/relais.css%0d%0aX-Injected:%20yes",
                "/assets//relais.css",
                "/assets/relais.css;jsessionid=0",
                "/assets/..%c0%af..%c0%afapplication.yaml",
                "/VAADIN/build/../../config/stats.json",
                "/VAADIN/config/stats.json",
                "/META-INF/spring.factories",
                "/WEB-INF/web.xml",
                "/application.yaml",
                "/synchronisation;jsessionid=0",
                "/login/..;/synchronisation",
                "/api/v1/sync;x=1",
                "/api%2fv1/sync",
                "/api/v1/../v1/sync",
                "/login/../api/v1/sync"
            })
    void noPathLeadsAround(String path) throws Exception {
        Answer answer = ask(TABLET, "GET " + path, "Accept: text/html");

        assertThat(answer.status()).isIn(302, 400, 401, 404);
        assertThat(answer.header("X-Injected")).isEmpty();
        if (answer.status() == 302) {
            assertThat(answer.header("Location")).isEqualTo("/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "CONNECT", "DEBUG"})
    void methodsThatNobodyNeedsAreRefused(String method) throws Exception {
        Answer answer = ask(TABLET, method + " /login", "X-Secret: s3cret");

        assertThat(answer.status()).isIn(400, 405, 501);
        assertThat(answer.body()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/?v-r=uidl&v-uiId=0", "/api/v1/sync/runs", "/nowhere"})
    void bodyThatIsTooLargeIsRefusedBeforeItIsSent(String path) throws Exception {
        Answer answer = ask(TABLET, "POST " + path, FORM, "Content-Length: 1048577");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void bodyOfUnknownLengthIsReadUpToItsLimit() throws Exception {
        String small = "2\r\n{}\r\n0\r\n\r\n";
        String large = "200000\r\n" + " ".repeat(0x200000) + "\r\n0\r\n\r\n";
        String call = "POST /?v-r=uidl&v-uiId=0";

        assertThat(send(TABLET, "POST /login", small, FORM, "Transfer-Encoding: chunked")
                        .header("Location"))
                .isEqualTo("/login?stale");
        assertThat(send(TABLET, call, small, "Transfer-Encoding: chunked").status())
                .isNotEqualTo(413);
        assertThat(send(TABLET, "POST /login", large, FORM, "Transfer-Encoding: chunked")
                        .status())
                .isBetween(300, 499);
    }

    @Test
    void formOfManyFieldsIsRefused() throws Exception {
        String fields = IntStream.range(0, 1_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

        assertThat(postForm(fields).status()).isBetween(400, 499);
    }

    @Test
    void formWithALongFieldIsRefused() throws Exception {
        assertThat(postForm("username=" + "x".repeat(100_000)).status()).isBetween(400, 499);
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws Exception {
        assertThat(ask(TABLET, "GET /login", "X-Large: " + "x".repeat(20_000)).status())
                .isIn(400, 431);
    }

    @Test
    void formInPartsSignsNobodyIn() throws Exception {
        String parts = "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nadmin\r\n--b--\r\n";
        Answer answer = send(
                TABLET,
                "POST /login",
                parts,
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: " + parts.length());

        assertThat(answer.header("Location")).endsWith("/login?stale");
    }

    private Answer postForm(String form) throws Exception {
        return send(TABLET, "POST /login", form, FORM, "Content-Length: " + form.length());
    }

    private static String basic(String name) {
        byte[] account = (name + ":wrong").getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(account);
    }
}
