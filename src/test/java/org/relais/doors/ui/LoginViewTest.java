package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.testing.SeededSite;
import org.springframework.security.core.context.SecurityContextHolder;

class LoginViewTest extends SeededSite {

    @BeforeEach
    void nobody() {
        SecurityContextHolder.clearContext();
        newStore("Kinkala");
        speak(Locale.FRENCH);
    }

    @Test
    void formIsPostedAsItIs() {
        LoginView view = navigate(LoginView.class);

        assertThat(view.getElement().getOuterHTML())
                .contains("method=\"post\"", "action=\"login\"", "name=\"username\"", "name=\"password\"")
                .contains("autocomplete=\"current-password\"");
        assertThat(submit().getText()).isEqualTo("Se connecter");
        assertThat(find(Paragraph.class).withId("login-problem").exists()).isFalse();
    }

    @Test
    void problemsAreSaidInTheReadersLanguage() {
        open("wrong", "");
        assertThat(problem()).startsWith("Le nom ou le mot de passe est incorrect.");

        open("wait", "1");
        assertThat(problem()).contains("Attendez 1 seconde,");

        open("wait", "<b>");
        assertThat(problem()).contains("Attendez 1 seconde,");

        open("stale", "");
        speak(Locale.of("es"));
        assertThat(problem()).startsWith("La página llevaba demasiado tiempo abierta.");
        assertThat(submit().getText()).isEqualTo("Iniciar sesión");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offline      |       | Le serveur central est injoignable
            blocked      | 90    | Réessayez dans 1 min 30 s.
            blocked      | <b>   | Réessayez dans 1 s.
            inactive     |       | Ce compte est désactivé.
            no-store     |       | aucun dépôt sur ce site
            unconfigured |       | seul l’administrateur local (admin) peut se connecter
            refused      |       | n’accepte plus votre mot de passe
            ended        |       | n’a pas été utilisée pendant un certain temps
            trouble      |       | ne peut pas vérifier le mot de passe
            """)
    void eachRefusalHasItsWords(String parameter, String value, String words) {
        open(parameter, value == null ? "" : value);

        assertThat(problem().replace('\u00a0', ' ').replace('\u202f', ' ')).contains(words);
    }

    @Test
    void aSiteThatIsNotSetUpSaysWhoCanSignIn() {
        jdbc.sql("update site set initialised_at = null").update();
        try {
            navigate(LoginView.class);
            assertThat(problem()).contains("seul l’administrateur local");
        } finally {
            jdbc.sql("update site set initialised_at = utc_timestamp()").update();
        }
    }

    @Test
    void passwordIsShownOnRequest() {
        navigate(LoginView.class);
        Input password = find(Input.class).withId("password").single();
        NativeButton reveal = find(NativeButton.class).withText("Afficher").single();

        test(reveal).click();
        assertThat(password.getType()).isEqualTo("text");
        assertThat(reveal.getText()).isEqualTo("Masquer");

        test(reveal).click();
        assertThat(password.getType()).isEqualTo("password");
    }

    private static void open(String parameter, String value) {
        UI.getCurrent().navigate("login", QueryParameters.of(parameter, value));
    }

    private static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    private NativeButton submit() {
        return find(NativeButton.class).withId("sign-in").single();
    }

    private String problem() {
        return find(Paragraph.class).withId("login-problem").single().getText();
    }
}
