package org.relais.security.ui;

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
import org.relais.testing.SeededSite;
import org.springframework.security.core.context.SecurityContextHolder;

class LoginViewTest extends SeededSite {

    @BeforeEach
    void nobody() {
        SecurityContextHolder.clearContext();
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
