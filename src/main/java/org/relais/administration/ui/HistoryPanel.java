package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
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
    private final Button save = saveButton(this::save, days);
    private final SaveBar bar = new SaveBar("history", save);
    private final SavedLine saved = new SavedLine("history-saved");

    HistoryPanel(HistoryLength length, Settings settings, PhraseBook phraseBook, CurrentUser person) {
        super("history", 50, phraseBook, person);
        this.length = length;
        this.help = new FieldHelp(settings, HistoryLength.NAME);
        days.setId("history-keep-days");
        days.setRequiredIndicatorVisible(true);
        days.setHelperComponent(help);
        watch(bar, saved, days);
        addFields(days, saved, bar);
    }

    @Override
    public void fill(Phrases phrases) {
        days.fill(BigDecimal.valueOf(length.days()));
    }

    @Override
    public boolean changed() {
        return days.whole().orElse(0) != length.days();
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        days.setInvalid(false);
        days.setLabel(phrases.text("settings.history.days"));
        help.show(phrases.text("settings.history.days.hint", HistoryLength.SHORTEST, HistoryLength.LONGEST), phrases);
        save.setText(phrases.text("settings.save"));
        bar.translate(phrases);
        saved.translate(phrases);
    }

    private void save() {
        Phrases phrases = phrases();
        saved.forget();
        try {
            length.choose(days.whole().orElse(0));
            kept(bar, saved, "settings.saved");
        } catch (IllegalArgumentException outside) {
            days.setErrorMessage(
                    phrases.text("settings.history.days.problem", HistoryLength.SHORTEST, HistoryLength.LONGEST));
            days.setInvalid(true);
            days.focus();
        }
    }
}
