package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Supplier;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.site.Site;
import org.relais.sync.StartOver;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Lets an administrator start over with this site: says what that means, and asks twice. There is nothing to save. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class StartOverPanel extends SettingsPanel {

    private final Supplier<StartOverDialog> dialogs;
    private final Button open = new Button();

    StartOverPanel(StartOver startOver, Site site, CurrentUser person, PhraseBook phraseBook) {
        super("start-over", phraseBook, person);
        this.dialogs = () -> new StartOverDialog(startOver, site, person, phraseBook);
        open.setId("start-over-open");
        open.addClickListener(click -> dialogs.get().open());
        add(open);
    }

    @Override
    void fill(Phrases phrases) {
        // Nothing can be typed here: the dialog asks for the site's name each time.
    }

    @Override
    boolean changed() {
        return false;
    }

    @Override
    void translate(Phrases phrases) {
        super.translate(phrases);
        open.setText(phrases.text("startover.open"));
    }
}
