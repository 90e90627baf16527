package org.relais.tokens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.language.Draft;
import org.relais.language.PhraseBook;
import org.relais.language.WaitingDraft;
import org.relais.people.SignedInUser;
import org.relais.testing.SeededSite;
import org.relais.tokens.ApiTokens;
import org.relais.tokens.TokenDraft;
import org.relais.tokens.TokenLevel;
import org.relais.tokens.Validity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.JsonNodeFactory;

@ExtendWith(OutputCaptureExtension.class)
class TokensPanelTest extends SeededSite {

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private PhraseBook phraseBook;

    @Autowired
    private Clock clock;

    @BeforeEach
    void panel() {
        signIn();
        jdbc.sql("delete from api_token").update();
        UI.getCurrent().setLocale(Locale.FRENCH);
        TokensPanel panel = new TokensPanel(tokens, clock);
        UI.getCurrent().add(panel);
        panel.translate(phraseBook.of(UI.getCurrent()));
    }

    @Test
    void leadsToTheDescriptionOfTheHttpInterface() {
        Anchor description = find(Anchor.class).withId("tokens-interface").single();

        assertThat(description.getHref()).isEqualTo("http-interface");
        assertThat(description.getText()).endsWith("l’interface HTTP");
        assertThat(description.getElement().hasAttribute("router-link")).isTrue();
    }

    @Test
    void theWindowOpensAgainWhereTheBrowserKeepsWhatWasTypedIntoIt() {
        Element waiting = find(WaitingDraft.class).single().getElement();
        waiting.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(waiting, "waiting", JsonNodeFactory.instance.objectNode()));

        assertThat(find(TextField.class).withId("token-name").exists()).isTrue();
        assertThat(find(Draft.class).single().getElement().getAttribute("name")).isEqualTo(TokenForm.DRAFT);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTokenIsShownOnceAndOnlyItsHashIsKept(CapturedOutput log) {
        test(find(Button.class).withId("token-make").single()).click();
        test(find(TextField.class).withId("token-name").single()).setValue("  Surveillance  ");
        RadioButtonGroup<TokenLevel> level =
                find(RadioButtonGroup.class).withId("token-level").single();
        level.setValue(TokenLevel.OPERATE);
        test(find(Button.class).withId("token-confirm").single()).click();

        String secret = find(Code.class).withId("token-text").single().getText();
        assertThat(secret).matches("relais_[A-Za-z0-9_-]{43}");
        assertThat(find(NativeButton.class)
                        .withId("token-copy")
                        .single()
                        .getElement()
                        .getAttribute("data-copy"))
                .isEqualTo(secret);
        test(find(Button.class).withId("token-done").single()).click();
        assertThat(find(Code.class).withId("token-text").exists()).isFalse();
        assertThat(find(TokenItem.class).single().getElement().getTextRecursively())
                .contains("Surveillance", "Consulter et synchroniser", secret.substring(secret.length() - 4))
                .doesNotContain(secret);
        assertThat(jdbc.sql("select * from api_token").query().singleRow().toString())
                .doesNotContain(secret)
                .contains("Surveillance", "operate", "admin");
        assertThat(log).contains("admin made the token \"Surveillance\"").doesNotContain(secret);
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        tokens.make(new TokenDraft("Rapport", TokenLevel.LOOK, Validity.UNLIMITED));
        test(find(Button.class).withId("token-make").single()).click();
        test(find(Button.class).withId("token-confirm").single()).click();
        TextField name = find(TextField.class).withId("token-name").single();
        assertThat(name.getErrorMessage()).isEqualTo("Indiquez à quoi sert le jeton.");

        test(name).setValue("Rapport");
        test(find(Button.class).withId("token-confirm").single()).click();

        assertThat(name.getErrorMessage()).startsWith("Un autre jeton porte déjà ce nom");
        assertThat(tokens.list()).hasSize(1);
    }

    @Test
    void aRevokedTokenIsGone(CapturedOutput log) {
        String secret = tokens.make(new TokenDraft("Rapport", TokenLevel.LOOK, Validity.YEAR))
                .secret();
        assertThat(tokens.check(secret)).isPresent();
        UI.getCurrent()
                .getChildren()
                .filter(TokensPanel.class::isInstance)
                .map(TokensPanel.class::cast)
                .forEach(panel -> panel.translate(phraseBook.of(UI.getCurrent())));

        test(find(Button.class).withText("Révoquer").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(tokens.check(secret)).isEmpty();
        assertThat(find(TokenItem.class).exists()).isFalse();
        assertThat(log).contains("admin revoked the token \"Rapport\"").doesNotContain(secret);
    }

    @Test
    void onlyAdministratorsSeeAndMakeTokens() {
        signIn(new SignedInUser("user-2", "nurse", false, null, Set.of()));

        assertThatThrownBy(tokens::list).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> tokens.make(new TokenDraft("x", TokenLevel.LOOK, Validity.MONTH)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
