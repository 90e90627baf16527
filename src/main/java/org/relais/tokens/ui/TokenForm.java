package org.relais.tokens.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Set;
import org.relais.components.CopyButton;
import org.relais.components.FieldProblem;
import org.relais.language.Draft;
import org.relais.language.Phrases;
import org.relais.tokens.ApiTokens;
import org.relais.tokens.TokenDraft;
import org.relais.tokens.TokenLevel;
import org.relais.tokens.TokenProblem;
import org.relais.tokens.TokenText;
import org.relais.tokens.Validity;
import org.relais.vocabulary.Invalid;

/** The window in which a token is made, and shown this once. */
class TokenForm extends Dialog {

    /** The name of what is kept while it is typed. */
    static final String DRAFT = "token";

    /** On narrower screens as wide as there is room. */
    private static final String WIDTH = "32rem";

    private final ApiTokens tokens;
    private final Phrases phrases;
    private final Runnable made;
    private final TextField name = new TextField();
    private final RadioButtonGroup<TokenLevel> level = new RadioButtonGroup<>();
    private final Select<Validity> validity = new Select<>();
    private final Button make = new Button();
    private final Draft draft = new Draft(DRAFT);

    /** @param made runs when a token was made */
    TokenForm(ApiTokens tokens, Phrases phrases, Runnable made) {
        this.tokens = tokens;
        this.phrases = phrases;
        this.made = made;
        setId("token-form");
        setHeaderTitle(phrases.text("tokens.make.title"));
        setWidth(WIDTH);
        setCloseOnOutsideClick(false);
        prepareFields();
        Div fields = new Div(draft, name, level, validity);
        fields.addClassName("form-fields");
        add(fields);
        make.setId("token-confirm");
        make.setText(phrases.text("tokens.make.confirm"));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(click -> make());
        make.addClickShortcut(Key.ENTER).listenOn(name, level);
        Button cancel = new Button(phrases.text("tokens.cancel"), click -> leave());
        cancel.setId("token-cancel");
        getFooter().add(cancel, make);
        name.focus();
    }

    private void prepareFields() {
        name.setId("token-name");
        name.setLabel(phrases.text("tokens.name"));
        name.setHelperText(phrases.text("tokens.name.hint"));
        name.setMaxLength(TokenDraft.NAME_LENGTH);
        name.setRequiredIndicatorVisible(true);
        FieldProblem.goesWhenMended(name);
        level.setId("token-level");
        level.setLabel(phrases.text("tokens.level"));
        level.setItems(TokenLevel.values());
        level.setRenderer(new ComponentRenderer<>(this::choice));
        level.setValue(TokenLevel.LOOK);
        level.setRequiredIndicatorVisible(true);
        FieldProblem.goesWhenMended(level);
        validity.setId("token-validity");
        validity.setLabel(phrases.text("tokens.validity"));
        validity.setItems(Validity.values());
        validity.setItemLabelGenerator(choice -> phrases.text("tokens.validity." + choice.key()));
        validity.setValue(Validity.YEAR);
        validity.setRequiredIndicatorVisible(true);
        FieldProblem.goesWhenMended(validity);
    }

    private void leave() {
        draft.saved();
        close();
    }

    private Div choice(TokenLevel offered) {
        Span hint = new Span(phrases.text("tokens.level." + offered.key() + ".hint"));
        hint.addClassName("soft");
        Div choice = new Div(new Span(phrases.text("tokens.level." + offered.key())), hint);
        choice.addClassName("token-level");
        return choice;
    }

    private void make() {
        try {
            TokenText token = tokens.make(new TokenDraft(name.getValue(), level.getValue(), validity.getValue()));
            draft.saved();
            show(token);
            made.run();
        } catch (Invalid invalid) {
            show(invalid.problems(TokenProblem.class));
        }
        make.setEnabled(true);
    }

    private void show(Set<TokenProblem> problems) {
        for (TokenProblem problem : problems) {
            HasValidation field =
                    switch (problem) {
                        case NAME_MISSING, NAME_TOO_LONG, NAME_TAKEN -> name;
                        case LEVEL_MISSING -> level;
                        case VALIDITY_MISSING -> validity;
                    };
            field.setErrorMessage(phrases.text(problem.key(), TokenDraft.NAME_LENGTH));
            field.setInvalid(true);
        }
        name.focus();
    }

    /** Nothing closes the window by accident now, the Enter key neither: the token cannot be had again. */
    private void show(TokenText token) {
        setCloseOnEsc(false);
        setHeaderTitle(phrases.text("tokens.made.title", name.getValue().strip()));
        removeAll();
        getFooter().removeAll();
        Paragraph once = new Paragraph(phrases.text("tokens.made.once"));
        once.getElement().setAttribute("role", "alert");
        Code text = new Code(token.secret());
        text.setId("token-text");
        text.addClassName("token-text");
        CopyButton copy = new CopyButton();
        copy.setId("token-copy");
        copy.show(token.secret(), phrases.text("tokens.copy"), phrases.text("error.copied"));
        Paragraph use = new Paragraph(phrases.text("tokens.made.use"));
        use.addClassName("soft");
        Div box = new Div(once, text, copy, use);
        box.addClassName("token-shown");
        add(box);
        Button done = new Button(phrases.text("tokens.done"), click -> close());
        done.setId("token-done");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
        copy.focus();
    }
}
