package org.relais.api.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.testing.SeededSite;
import tools.jackson.databind.JsonNode;

/** The page that describes the HTTP interface, against the description. */
class InterfaceViewTest extends SeededSite {

    @BeforeEach
    void somebody() {
        signIn();
    }

    @Test
    void inEnglishItSaysWhatTheDescriptionSays() {
        InterfaceView view = open("en");
        String page = said(view);
        JsonNode description = view.description();
        List<String> sentences = Stream.of("/paths", "/components/schemas")
                .flatMap(part -> sentences(description.at(part)))
                .filter(sentence -> !sentence.equals("OK"))
                .map(sentence -> sentence.replace('\'', '’'))
                .toList();

        assertThat(sentences).hasSizeGreaterThan(60).allSatisfy(sentence -> assertThat(page)
                .contains(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr"})
    void everySentenceHasItsWords(String language) {
        assertThat(said(open(language))).doesNotContain("!interface");
    }

    @Test
    void inAnotherLanguageNothingIsEnglish() {
        assertThat(said(open("fr")))
                .contains("Lancer une synchronisation", "liste de Run", "Error ou null")
                .doesNotContain("Start a run", " may ", "language", "The ");
    }

    private InterfaceView open(String language) {
        VaadinSession.getCurrent().setLocale(Locale.forLanguageTag(language));
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        return navigate("http-interface", InterfaceView.class);
    }

    private static String said(InterfaceView view) {
        return view.getElement().getTextRecursively();
    }

    /** All that is said in words in a part of the description, but for what lists of languages look like. */
    private static Stream<String> sentences(JsonNode part) {
        Stream<String> own = part.propertyStream()
                .filter(each -> List.of("summary", "description").contains(each.getKey()))
                .filter(each -> each.getValue().isString())
                .map(each -> each.getValue().asString());
        Stream<String> deeper = part.valueStream()
                .filter(JsonNode::isContainer)
                .filter(each -> each != part.path("schema"))
                .flatMap(InterfaceViewTest::sentences);
        return Stream.concat(own, deeper);
    }
}
