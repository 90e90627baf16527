package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.people.UnknownOffline;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class SignInPageTest extends SeededSite {

    @Autowired
    private SignInPage page;

    @Autowired
    private EndedSessions ended;

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void nobody() {
        SecurityContextHolder.clearContext();
        request.addPreferredLocale(Locale.FRENCH);
        Awaitility.await().until(() -> !open().contains("login-problem\" class"));
    }

    @Test
    void formIsPostedAsItIs() {
        assertThat(open())
                .contains("<html lang=\"fr\">", "<title>Connexion</title>")
                .contains("method=\"post\"", "action=\"login\"", "name=\"username\"", "name=\"password\"")
                .contains("autocomplete=\"current-password\"", "name=\"_csrf\" value=\"a-token\"")
                .contains(">Se connecter</button>")
                .doesNotContain("id=\"login-problem\"");
    }

    @Test
    void isPaintedInTheChosenAppearanceBeforeAnyScriptOrStyleSheetHasCome() {
        assertThat(open())
                .doesNotContainPattern("<script (?![^>]* defer)")
                .matches("(?s)(?!.*<link rel=\"stylesheet\".*</main>).*");
        request.setCookies(new Cookie("relais-appearance", "dark"));
        assertThat(open()).contains("<html lang=\"fr\" data-appearance=\"dark\">");
        request.setCookies(new Cookie("relais-appearance", "\"><b>"));
        assertThat(open()).contains("<html lang=\"fr\">");
    }

    @Test
    void nothingStaysBehindOnThisServer() {
        open();

        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void problemsAreSaidInTheReadersLanguage() {
        assertThat(open("wrong", "")).contains("Le nom d’utilisateur ou le mot de passe est incorrect.");
        assertThat(open("wait", "1")).contains("Attendez 1 seconde,");
        assertThat(open("wait", "<b>")).contains("Attendez 1 seconde,");
        request.setCookies(new Cookie("relais-language", "es"));
        assertThat(open("stale", ""))
                .contains("La página llevaba demasiado tiempo abierta.", ">Iniciar sesión</button>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offline      |       | Le serveur central est injoignable
            silent       |       | réessayez dans quelques minutes
            blocked      | 90    | Réessayez dans 1 min 30 s.
            blocked      | <b>   | Réessayez dans 1 s.
            inactive     |       | Ce compte est désactivé.
            no-store     |       | aucun dépôt sur ce site
            refused      |       | n’accepte plus votre mot de passe
            ended        |       | a pris fin après 30 minutes sans activité
            restarted    |       | Ce serveur a redémarré.
            left         |       | dans un autre onglet
            trouble      |       | ne peut pas vérifier le mot de passe
            """)
    void eachRefusalHasItsWords(String parameter, String value, String words) {
        String shown = open(parameter, value == null ? "" : value);

        assertThat(shown.replace('\u00a0', ' ').replace('\u202f', ' ')).contains(words);
    }

    /** A page that only saw that the session was over may have led here, or nobody but the person. */
    @Test
    void saysWhyTheSessionEndedHoweverItWasReached() {
        request.setRequestedSessionId("1f");
        request.setRequestedSessionIdValid(false);
        ended.remember("1f", SessionEnd.REFUSED);

        assertThat(open()).contains("n’accepte plus votre mot de passe").contains("name=\"refused\"");
        assertThat(open("ended", "")).contains("n’accepte plus votre mot de passe");
        request.removeParameter("ended");
        assertThat(open("wrong", "")).contains("Le nom d’utilisateur ou le mot de passe est incorrect.");
        request.removeParameter("wrong");
        request.setRequestedSessionId("2f");
        ended.remember("2f", SessionEnd.LEFT);
        assertThat(open()).doesNotContain("id=\"login-problem\"");
        assertThat(open("ended", "")).contains("dans un autre onglet");
    }

    @ParameterizedTest
    @EnumSource
    void eachEndOfASessionHasItsWords(SessionEnd end) {
        assertThat(SignInProblem.of(end)).hasToString(end.name());
        assertThat(open(end.key(), "")).contains("id=\"login-problem\"");
    }

    @ParameterizedTest
    @EnumSource
    void whomTheCentralServerDoesNotSayIsToldWhatItDoes(UnknownOffline.Reason reason) throws Exception {
        new FailedSignIn("/login").onAuthenticationFailure(request, response, new UnknownOffline(reason));

        assertThat(response.getRedirectedUrl()).isEqualTo("/login?" + reason.key());
    }

    @Test
    void aSiteThatIsNotSetUpSaysWhoCanSignIn() {
        jdbc.sql("update site set initialised_at = null").update();
        try {
            Awaitility.await().untilAsserted(() -> assertThat(open())
                    .contains("seul l’administrateur local", "data-tone=\"calm\"", "data-until=\"initialised\""));
            assertThat(open("unconfigured", "")).contains("seul l’administrateur local");
            request.removeParameter("unconfigured");
            assertThat(open("no-store", "")).as("stores come with it").contains("seul l’administrateur local");
        } finally {
            jdbc.sql("update site set initialised_at = utc_timestamp()").update();
        }
    }

    @Test
    void whatIsOverIsNotSaidAnyMore() {
        assertThat(open("unconfigured", "")).doesNotContain("id=\"login-problem\"");
        assertThat(open("wait", "7")).contains("data-seconds=\"7\"");
        assertThat(open("blocked", "90")).contains("data-seconds=\"90\"");
        assertThat(open("wrong", "")).doesNotContain("data-seconds", "data-until");
    }

    @Test
    void aChosenLanguageIsRememberedByTheBrowser() {
        assertThat(open("language", "es")).contains("<html lang=\"es\">");
        assertThat(response.getCookie("relais-language").getValue()).isEqualTo("es");

        assertThat(open("language", "\"><script>")).doesNotContain("<script>\"").contains("<html lang=\"fr\">");
    }

    @Test
    void whoSignedInIsLedHome() {
        signIn();

        ResponseEntity<String> answer = ask();
        assertThat(answer.getStatusCode().value()).isEqualTo(302);
        assertThat(answer.getHeaders().getFirst("Location")).isEqualTo("/");
    }

    private String open() {
        return ask().getBody();
    }

    private String open(String parameter, String value) {
        request.removeAllParameters();
        request.setParameter(parameter, value);
        return open();
    }

    private ResponseEntity<String> ask() {
        return page.page(request, response, new DefaultCsrfToken("X-CSRF", "_csrf", "a-token"));
    }
}
