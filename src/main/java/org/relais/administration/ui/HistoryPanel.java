package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.math.BigDecimal;
import org.relais.components.DecimalField;
import org.relais.history.HistoryLength;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.settings.Settings;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** For how long past runs are kept. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class HistoryPanel extends SettingsPanel {

    private final HistoryLength length;
    private final DecimalField days = new DecimalField();
    private final FieldHelp help;
    private final Button save = saveButton(this::save);
    private final SavedLine saved = new SavedLine("history-saved");

    HistoryPanel(HistoryLength length, Settings settings, PhraseBook phraseBook, CurrentUser person) {
        super("history", phraseBook, person);
        this.length = length;
        this.help = new FieldHelp(settings, HistoryLength.NAME);
        days.setId("history-keep-days");
        days.setRequiredIndicatorVisible(true);
        days.setHelperComponent(help);
        days.addValueChangeListener(change -> {
            days.setInvalid(false);
            saved.forget();
        });
        Div actions = new Div(save);
        actions.addClassName("actions");
        addFields(days, actions, saved);
    }

    @Override
    void fill(Phrases phrases) {
        days.fill(BigDecimal.valueOf(length.days()));
    }

    @Override
    boolean changed() {
        return days.whole().orElse(0) != length.days();
    }

    @Override
    void translate(Phrases phrases) {
        super.translate(phrases);
        days.setInvalid(false);
        days.setLabel(phrases.text("settings.history.days"));
        help.show(phrases.text("settings.history.days.hint", HistoryLength.SHORTEST, HistoryLength.LONGEST), phrases);
        save.setText(phrases.text("settings.save"));
        saved.translate(phrases);
    }

    private void save() {
        Phrases phrases = phrases();
        saved.forget();
        try {
            length.choose(days.whole().orElse(0));
            saved.say("settings.saved", phrases);
        } catch (IllegalArgumentException outside) {
            days.setErrorMessage(
                    phrases.text("settings.history.days.problem", HistoryLength.SHORTEST, HistoryLength.LONGEST));
            days.setInvalid(true);
            days.focus();
        }
    }
}
