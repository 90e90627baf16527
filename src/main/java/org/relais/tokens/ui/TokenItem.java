package org.relais.tokens.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.relais.language.Phrases;
import org.relais.tokens.ApiToken;
import org.relais.tokens.TokenText;

/** One token in the list: its name, what it may, who made it, when it was used last, and a button to revoke it. */
class TokenItem extends ListItem {

    TokenItem(ApiToken token, Instant now, Phrases phrases, Runnable revoke) {
        addClassName("token");
        Span name = new Span(token.name());
        name.addClassName("token-name");
        Span ending = new Span(TokenText.PREFIX + "…" + token.ending());
        ending.addClassName("token-ending");
        Div heading = new Div(name, ending);
        heading.addClassName("token-heading");
        Span level = new Span(phrases.text("tokens.level." + token.level().key()));
        level.addClassName("mark");
        Span expiry = new Span(expiry(token, now, phrases));
        expiry.addClassName("mark");
        expiry.getElement().setAttribute("data-mark", token.expired(now) ? "hold" : "plain");
        Div marks = new Div(level, expiry);
        marks.addClassName("marks");
        Div history = new Div(
                new Span(phrases.text("tokens.made", token.madeBy(), phrases.moment(token.madeAt(), now))),
                new Span(
                        token.lastUsedAt() == null
                                ? phrases.text("tokens.never-used")
                                : phrases.text("tokens.used", phrases.moment(token.lastUsedAt(), now))));
        history.addClassNames("token-history", "soft");
        Div words = new Div(heading, marks, history);
        words.addClassName("token-words");
        Button button = new Button(phrases.text("tokens.revoke"), click -> revoke.run());
        button.setAriaLabel(phrases.text("tokens.revoke.one", token.name()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        add(words, button);
    }

    private static String expiry(ApiToken token, Instant now, Phrases phrases) {
        if (token.expiresAt() == null) {
            return phrases.text("tokens.unlimited");
        }
        String moment = phrases.moment(token.expiresAt(), now);
        return phrases.text(token.expired(now) ? "tokens.expired" : "tokens.expires", moment);
    }
}
