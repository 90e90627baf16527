package org.relais.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.central.FailureCode;
import org.relais.testing.SeededSite;

class ErrorsHelpViewTest extends SeededSite {

    @BeforeEach
    void somebody() {
        signIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es"})
    void everyErrorHasAnEntryThatSaysAllInWords(String language) {
        open(language);

        assertThat(shown())
                .containsExactly(
                        Stream.of(FailureCode.values()).map(FailureCode::key).toArray(String[]::new));
        assertThat(find(ErrorEntry.class).all())
                .allSatisfy(entry -> assertThat(entry.getElement().getTextRecursively())
                        .contains(entry.getId().orElseThrow())
                        .doesNotContain("{", "!help", "!failure"));
    }

    @Test
    void entryIsFoundByItsCode() {
        open("fr");
        look("Wrong-Password");

        assertThat(shown()).containsExactly("wrong-password");
        assertThat(count()).isEqualTo("1 message");
    }

    @Test
    void entryIsFoundByTheWordsAboutOneServerWithoutTheirAccents() {
        open("fr");
        look("Le serveur central Open mSupply n'a pas repondu a temps.");

        assertThat(shown()).containsExactly("timeout");
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        open("es");
        look("zzz");

        assertThat(shown()).isEmpty();
        assertThat(count()).startsWith("No se encontró nada.");

        look("");
        assertThat(shown()).hasSize(FailureCode.values().length);
    }

    private void open(String language) {
        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        navigate(ErrorsHelpView.class);
    }

    private void look(String wanted) {
        test(find(Input.class).withId("error-search").single()).setValue(wanted);
    }

    private String count() {
        return find(Paragraph.class).withId("error-count").single().getText();
    }

    private List<String> shown() {
        return find(ErrorEntry.class).all().stream()
                .map(entry -> entry.getId().orElseThrow())
                .toList();
    }
}
