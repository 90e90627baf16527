package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a page's answer says to the browser. */
class PageAnswersTest extends DoorSite {

    @Test
    void pageOfTheHttpInterfaceIsForPeopleAndGivesNoAccessToIt() throws Exception {
        assertThat(location(get("/http-interface", "Sec-Fetch-Dest", "document", "Accept-Language", "fr")))
                .endsWith("/login");
        assertThat(get("/http-interface/description", "Accept", "application/json")
                        .statusCode())
                .isNotEqualTo(200);
        signIn("admin", "blé-27");

        assertThat(get("/http-interface", "Accept-Language", "fr").statusCode()).isEqualTo(200);
        assertThat(get("/http-interface/description", "Accept", "*/*").body()).contains("\"openapi\"");
        assertThat(get("/api/v1/sync", "Accept", "application/json").statusCode())
                .as("the page's session is no key to the interface")
                .isEqualTo(401);
    }

    @Test
    void whatGoesWrongIsToldInThePersonsLanguage() throws Exception {
        signIn("admin", "blé-27");

        HttpResponse<String> page = get("/error", "Accept", "text/html", "Accept-Language", "es");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<html lang=\"es\">", "Esta página no existe", "data-leads-back=\"never\"")
                .contains("id=\"link-state\"", "live=\"Conectado\"", "/assets/live.js");
        assertThat(get("/nowhere", "Accept", "text/html").statusCode()).isNotEqualTo(403);
    }

    /** What the page's scripts write, as the time of the last contact, is written as on the rest of the page. */
    @Test
    void aPageKnowsFromTheFirstAnswerOnInWhichRegionItIsRead() throws Exception {
        signIn("admin", "blé-27");

        assertThat(get("/", "Accept", "text/html", "Accept-Language", "en-GB,en-US;q=0.9")
                        .body())
                .contains("lang=\"en\"", "data-region=\"en-GB\"");
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
}
