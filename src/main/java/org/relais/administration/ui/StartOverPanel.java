package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
        super("start-over", 100, phraseBook, person);
        this.dialogs = () -> new StartOverDialog(startOver, site, person, phraseBook);
        addClassName("danger-zone");
        open.setId("start-over-open");
        open.addThemeVariants(ButtonVariant.ERROR);
        open.addClickListener(click -> dialogs.get().open());
        add(open);
    }

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public boolean dangerous() {
        return true;
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        open.setText(phrases.text("startover.open"));
    }
}
