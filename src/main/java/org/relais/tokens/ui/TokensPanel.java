package org.relais.tokens.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import org.relais.administration.ui.SettingsSection;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.language.WaitingDraft;
import org.relais.tokens.ApiToken;
import org.relais.tokens.ApiTokens;
import org.springframework.context.annotation.Scope;

/** The tokens of this site: which there are, with a window to make one; each can be revoked. For administrators. */
@SpringComponent
@Scope("prototype")
@StyleSheet("assets/programs.css")
class TokensPanel extends Div implements SettingsSection {

    private final ApiTokens tokens;
    private final Clock clock;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final Anchor description = new Anchor("http-interface");
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Button make = new Button();
    private Phrases phrases;

    TokensPanel(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        setId("access-tokens");
        addClassNames("panel", "programs-panel");
        explanation.addClassName("soft");
        description.setId("tokens-interface");
        description.getElement().setAttribute("router-link", true);
        list.setId("tokens");
        list.addClassName("tokens");
        none.setId("tokens-none");
        none.addClassName("soft");
        make.setId("token-make");
        make.addClickListener(click -> open());
        add(title, explanation, description, list, none, make, new WaitingDraft(TokenForm.DRAFT, rest -> open()));
    }

    @Override
    public String name() {
        return "programs";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String titleKey() {
        return "tokens.title";
    }

    @Override
    public void translate(Phrases language) {
        phrases = language;
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text("tokens.explanation"));
        description.setText(phrases.text("tokens.interface"));
        none.setText(phrases.text("tokens.none"));
        make.setText(phrases.text("tokens.make"));
        list.getElement().setAttribute("aria-label", title.getText());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (phrases != null) {
            refresh();
        }
    }

    private void open() {
        new TokenForm(tokens, phrases, this::refresh).open();
    }

    private void refresh() {
        List<ApiToken> known = tokens.list();
        list.removeAll();
        known.forEach(token -> list.add(new TokenItem(token, clock.instant(), phrases, () -> askToRevoke(token))));
        list.setVisible(!known.isEmpty());
        none.setVisible(known.isEmpty());
    }

    private void askToRevoke(ApiToken token) {
        ConfirmDialog question = new ConfirmDialog();
        question.setId("token-revoke-question");
        question.setHeader(phrases.text("tokens.revoke.title", token.name()));
        question.setText(phrases.text("tokens.revoke.text"));
        question.setConfirmText(phrases.text("tokens.revoke"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(phrases.text("tokens.cancel"));
        question.addConfirmListener(yes -> revoke(token));
        question.open();
    }

    private void revoke(ApiToken token) {
        tokens.revoke(token);
        refresh();
        Passing.tell(phrases.text("tokens.revoked", token.name()));
    }
}
