package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Signing in on the page and out again. */
class SigningInTest extends DoorSite {

    @Test
    void pageAskedForComesAfterSigningIn() throws Exception {
        HttpResponse<String> refused = get("/actually/asked-for?x=1", "Sec-Fetch-Dest", "document");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused)).endsWith("/login");

        HttpResponse<String> welcomed = signIn("admin", "blé-27");

        assertThat(welcomed.statusCode()).isEqualTo(302);
        assertThat(location(welcomed)).isEqualTo("/actually/asked-for?x=1");
    }

    @Test
    void theLanguageChosenOnThePageWinsOverTheAccountsAndIsKeptWithIt() throws Exception {
        String name = "name-" + UUID.randomUUID();
        ownAccount(name);
        jdbc.sql("update account set language = 'fr' where name = ?")
                .param(name)
                .update();

        String chosen = signInWith(name, "wrong", "es");
        assertThat(chosen).endsWith("/login?wrong&language=es");
        assertThat(get(chosen.substring(chosen.indexOf("/login")), "Accept", "text/html")
                        .body())
                .contains("name=\"language\" value=\"es\"");
        assertThat(languageOf(name)).isEqualTo("fr");

        assertThat(signInWith(name, "blé-27", "es")).doesNotContain("/login");
        assertThat(languageOf(name)).isEqualTo("es");
    }

    @Test
    void withoutAChoiceOnThePageTheAccountsLanguageStays() throws Exception {
        String name = "name-" + UUID.randomUUID();
        ownAccount(name);
        jdbc.sql("update account set language = 'fr' where name = ?")
                .param(name)
                .update();

        assertThat(location(signIn(name, "blé-27"))).doesNotContain("/login");
        assertThat(languageOf(name)).isEqualTo("fr");
        signOutQuietly();
        assertThat(signInWith(name, "blé-27", "<xx>")).doesNotContain("/login");
        assertThat(languageOf(name)).isEqualTo("fr");
    }

    private String signInWith(String name, String password, String language) throws Exception {
        return location(post(
                "/login",
                "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(formToken())
                        + "&language=" + encoded(language)));
    }

    private void signOutQuietly() {
        cookies.getCookieStore().removeAll();
    }

    private String languageOf(String name) {
        return jdbc.sql("select language from account where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    @Test
    void sessionChangesWhenSigningIn() throws Exception {
        String token = formToken();
        HttpCookie planted = new HttpCookie("relais-session", "chosen-by-somebody-else");
        planted.setPath("/");
        planted.setVersion(0);
        cookies.getCookieStore().add(uri("/"), planted);

        HttpResponse<String> welcomed = signIn("admin", "blé-27", token);

        assertThat(welcomed.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("relais-session="))
                .noneMatch(cookie -> cookie.contains("chosen-by-somebody-else"));
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
    void signingOutEndsTheSession() throws Exception {
        String token = formToken();
        signIn("admin", "blé-27", token);
        assertThat(get("/any-page", "Accept", "text/html").statusCode()).isNotEqualTo(302);

        HttpResponse<String> out = post(
                "/logout",
                "_csrf=" + encoded(get(FormOfAPage.PATH, "Accept", "text/plain").body()));

        assertThat(location(out)).endsWith("/login");
        assertThat(location(get("/", "Accept", "text/html")))
                .as("nobody is told that a session ran out that they ended themselves")
                .endsWith("/login");
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        List<String> before =
                get("/locations?x", "Sec-Fetch-Dest", "document").headers().allValues("Set-Cookie");
        List<String> form = get("/login", "Accept", "text/html").headers().allValues("Set-Cookie");
        List<String> session = signIn("admin", "blé-27").headers().allValues("Set-Cookie");

        assertThat(form).noneMatch(cookie -> cookie.startsWith("relais-session="));
        assertThat(session).anyMatch(cookie -> cookie.startsWith("relais-session="));
        assertThat(Stream.of(before, form, session).flatMap(List::stream))
                .hasSizeGreaterThan(2)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
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
    void whoseSessionEndedOnTheWayToAnotherPageComesThereAndOnlyOnce() throws Exception {
        plant("relais-going-to", "/history?outcome=failed");
        get("/actually/asked-for", "Sec-Fetch-Dest", "document");
        assertThat(location(signIn("admin", "blé-27"))).endsWith("/history?outcome=failed");

        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setValue("ended"));
        get("/actually/asked-for", "Sec-Fetch-Dest", "document");
        assertThat(location(signIn("admin", "blé-27"))).endsWith("/actually/asked-for");
    }

    @Test
    void nobodyIsLedAwayFromHereAfterSigningIn() throws Exception {
        for (String elsewhere :
                List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "/%0d%0ax", "nowhere")) {
            plant("relais-asked-for", elsewhere);
            assertThat(location(signIn("admin", "blé-27")))
                    .as(elsewhere)
                    .doesNotContain("evil")
                    .startsWith("/");
            cookies.getCookieStore().removeAll();
            plant("relais-going-to", elsewhere);
            get("/actually/asked-for", "Sec-Fetch-Dest", "document");
            assertThat(location(signIn("admin", "blé-27")))
                    .as(elsewhere)
                    .doesNotContain("evil")
                    .startsWith("/");
            cookies.getCookieStore().removeAll();
        }
    }

    private void plant(String name, String address) {
        HttpCookie planted = new HttpCookie(name, encoded(address));
        planted.setPath("/");
        planted.setDomain(uri("/").getHost());
        planted.setVersion(0);
        cookies.getCookieStore().add(uri("/"), planted);
    }
}
