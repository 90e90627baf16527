package org.relais.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.relais.doors.DoorSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page is told that asks how server and session stand, and what its person is told then. */
class PulseTest extends DoorSite {

    private static final int MOST_BYTES = 300;

    @Test
    void aStrangerIsToldThatTheServerIsThere() throws Exception {
        HttpResponse<String> answer = get("/live", "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        JsonNode told = told(answer);
        assertThat(told.path("session").asString()).isEmpty();
        assertThat(told.path("end").asString()).isEmpty();
        assertThat(told.path("initialised").isBoolean()).isTrue();
        assertThat(told.path("now").asLong()).isPositive();
        assertThat(told.path("away").asBoolean(true)).isFalse();
        assertThat(size(answer)).isLessThan(MOST_BYTES);
    }

    @Test
    void aPageKnowsItsSessionAgainUntilItIsAnother() throws Exception {
        signIn("admin", "blé-27");
        HttpResponse<String> answer = get("/live", "Accept", "*/*");
        String first = told(answer).path("session").asString();
        assertThat(first).hasSize(8);
        assertThat(told(answer).has("version")).isTrue();
        assertThat(sessionCookie().getValue()).doesNotContain(first);
        assertThat(size(answer)).isLessThan(MOST_BYTES);
        assertThat(told(get("/live", "Accept", "*/*")).path("session").asString())
                .isEqualTo(first);

        cookies.getCookieStore().removeAll();
        signIn("admin", "blé-27");

        assertThat(told(get("/live", "Accept", "*/*")).path("session").asString())
                .hasSize(8)
                .isNotEqualTo(first);
    }

    @Test
    void aSessionFromBeforeTheStartIsToldFromOneThatEnded() throws Exception {
        signIn("admin", "blé-27");
        String mark = sessionCookie().getValue().split("\\.")[1];

        sessionCookie().setValue("0123456789ABCDEF0123456789ABCDEF.0000beef");
        assertThat(told(get("/live", "Accept", "*/*")).path("end").asString()).isEqualTo("restarted");
        HttpResponse<String> page = get("/help", "Sec-Fetch-Dest", "document");
        assertThat(location(page)).endsWith("/login?restarted");
        assertThat(get("/login?restarted", "Accept-Language", "fr").body()).contains("Ce serveur a redémarré");

        sessionCookie().setValue("0123456789ABCDEF0123456789ABCDEF." + mark);
        assertThat(told(get("/live", "Accept", "*/*")).path("end").asString()).isEqualTo("ended");
        assertThat(location(get("/help", "Sec-Fetch-Dest", "document"))).endsWith("/login?ended");
    }

    @Test
    void aPageWhosePersonSignedOutElsewhereSaysSoAndComesBack() throws Exception {
        HttpCookie left = new HttpCookie("relais-left", "1");
        left.setPath("/");
        left.setVersion(0);
        cookies.getCookieStore().add(uri("/"), left);

        assertThat(location(get("/help", "Sec-Fetch-Dest", "document"))).endsWith("/login?left");
        assertThat(location(signIn("admin", "blé-27"))).endsWith("/help");
    }

    @Test
    void thePageForTheTimeWithoutALineMayBeFramedByOursAndSpeaksAllLanguages() throws Exception {
        HttpResponse<String> page = get("/offline-stub.html", "Accept", "*/*");

        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'self'", "default-src 'none'");
        assertThat(page.body())
                .contains("Ce serveur est injoignable", "No se puede acceder", "This server cannot be reached")
                .doesNotContain("src=", "href=");
        assertThat(get("/sw.js", "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/javascript");
    }

    private HttpCookie sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("relais-session"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode told(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static int size(HttpResponse<String> answer) {
        String headers = answer.headers().map().toString();
        return (headers + answer.body()).getBytes(StandardCharsets.UTF_8).length;
    }
}
