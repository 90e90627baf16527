package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.security.CurrentUser;
import org.relais.site.Site;
import org.relais.sync.StartOver;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Lets an administrator start over with this site: says what that means, and asks twice. One for each page that shows it: ask Spring
 * for a new one.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class StartOverPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PhraseBook phraseBook;
    private final transient Supplier<StartOverDialog> dialogs;
    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Button open = new Button();

    StartOverPanel(StartOver startOver, Site site, CurrentUser person, PhraseBook phraseBook) {
        this.phraseBook = phraseBook;
        this.dialogs = () -> new StartOverDialog(startOver, site, person, phraseBook);
        setId("start-over");
        addClassNames("panel", "start-over");
        hint.addClassName("soft");
        open.setId("start-over-open");
        open.addClickListener(click -> dialogs.get().open());
        add(title, hint, open);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        translate(phraseBook.of(event.getUI()));
    }

    /** Says everything in a language. */
    public void translate(Phrases phrases) {
        title.setText(phrases.text("startover.title"));
        hint.setText(phrases.text("startover.hint"));
        open.setText(phrases.text("startover.open"));
    }
}
