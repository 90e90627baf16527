package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.doors.DoorSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever reaches the port and did not sign in leaves nothing in this server's memory, whatever they ask for. */
@ExtendWith(OutputCaptureExtension.class)
class StrangersTest extends DoorSite {

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/login",
            "/login?wrong",
            "/logout",
            "/setup",
            "/settings",
            "/nowhere?x=1",
            "/error",
            "/http-interface",
            "/assets/relais.css",
            "/assets/none.css",
            "/favicon.ico",
            "/VAADIN/build/none.js",
            "/VAADIN/none",
            "/VAADIN/dynamic/resource/1/2/x",
            "/VAADIN/push",
            "/VAADIN/push?v-r=push&v-uiId=0",
            "/vaadinServlet/x",
            "/?v-r=init&location=login",
            "/login?v-r=init&location=",
            "/VAADIN/x?v-r=init",
            "/?v-r=uidl&v-uiId=0",
            "/?v-r=heartbeat&v-uiId=0",
            "/?v-r=webcomponent-bootstrap",
            "/?v-r=webcomponent-resync",
            "/?v-r=none",
            "/sw.js",
            "/manifest.webmanifest",
            "/connect/x",
            "/api/v1/sync",
            "/api/v1/none",
            "/actuator/health",
            "/actuator/env");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE");

    private final HttpClient stranger = HttpClient.newHttpClient();

    @Autowired
    private OpenSessions sessions;

    @Test
    void nobodyGetsASessionBeforeSigningIn() throws Exception {
        int before = sessions.size();
        for (String method : METHODS) {
            for (String address : ADDRESSES) {
                HttpResponse<String> answer = ask(method, address, "User-Agent", "x".repeat(2_000));

                assertThat(answer.statusCode()).as(method + " " + address).isLessThan(500);
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .as(method + " " + address)
                        .noneMatch(cookie -> cookie.startsWith("relais-session="));
            }
        }

        assertThat(sessions.size()).isEqualTo(before);
    }

    @Test
    void wrongCredentialsAndFormsLeaveNothingEither() throws Exception {
        int before = sessions.size();
        ask("GET", "/api/v1/sync", "Authorization", basic("nobody", "wrong"));
        ask("GET", "/api/v1/sync", "Authorization", "Bearer none");
        ask("GET", "/settings", "Cookie", "relais-session=0123456789");
        signIn("nobody", "wrong");

        assertThat(sessions.size()).isEqualTo(before);
    }

    @Test
    void whatARequestNamesAsHostIsRepeatedNowhere() throws Exception {
        for (String address : ADDRESSES) {
            HttpResponse<String> answer =
                    ask("GET", address, "Accept", "text/html", "X-Forwarded-Host", "evil.example");

            assertThat(location(answer)).as(address).doesNotContain("://");
            assertThat(answer.headers().map().toString()).as(address).doesNotContain("evil");
        }
        assertThat(location(signIn("admin", "blé-27"))).doesNotContain("://");
    }

    @Test
    void anOpenPageHearsThatItsSessionIsOver() throws Exception {
        HttpResponse<String> answer = ask("POST", "/?v-r=uidl&v-uiId=0", "Cookie", "relais-session=0123456789ABCDEF");

        assertThat(answer.body()).contains("sessionExpired");
    }

    /** As every open page does when this server was restarted: it is expected, and nothing to put into the log. */
    @Test
    void anOpenPageThatTakesUpItsLineAgainIsLedToTheSignInPageWithoutAWordInTheLog(CapturedOutput log)
            throws Exception {
        for (String transport : List.of("websocket", "long-polling", "streaming")) {
            HttpResponse<String> answer = ask(
                    "GET",
                    "/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=" + transport,
                    "Cookie",
                    "relais-session=0123456789ABCDEF0123456789ABCDEF.0000beef");

            assertThat(location(answer)).as(transport).endsWith("/login?restarted");
        }

        assertThat(log).doesNotContain("Exception", "ERROR");
    }

    private HttpResponse<String> ask(String method, String address, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(address))
                .headers(headers)
                .method(method, BodyPublishers.noBody())
                .build();
        return stranger.send(request, BodyHandlers.ofString());
    }
}
