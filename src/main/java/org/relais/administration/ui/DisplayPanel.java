package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.components.DecimalField;
import org.relais.language.LanguageSelect;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.settings.Settings;
import org.relais.sync.BadgeProblem;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The person's language, and when the badge beside Synchronisation is shown and warns. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DisplayPanel extends SettingsPanel {

    private final BadgeSettings badge;
    private final Span languageLabel = new Span();
    private final Span languageHint = new Span();
    private final H3 badgeTitle = new H3();
    private final DecimalField shownFrom = new DecimalField();
    private final DurationField late = new DurationField("badge-late-after", Duration.ofDays(1));
    private final DurationField overdue = new DurationField("badge-overdue-after", Duration.ofDays(1));
    private final FieldHelp shownFromHelp;
    private final FieldHelp lateHelp;
    private final FieldHelp overdueHelp;
    private final Button save = saveButton(this::save, shownFrom, late, overdue);
    private final SaveBar bar = new SaveBar("display", save);
    private final SavedLine saved = new SavedLine("display-saved");

    DisplayPanel(
            BadgeSettings badge,
            LanguageSelect language,
            Settings settings,
            PhraseBook phraseBook,
            CurrentUser person) {
        super("display", 30, phraseBook, person);
        this.badge = badge;
        this.shownFromHelp = new FieldHelp(settings, BadgeSettings.SHOWN_FROM);
        this.lateHelp = new FieldHelp(settings, BadgeSettings.LATE_AFTER);
        this.overdueHelp = new FieldHelp(settings, BadgeSettings.OVERDUE_AFTER);
        languageLabel.addClassName("choice-label");
        languageHint.addClassName("field-help");
        Div languageChoice = new Div(languageLabel, language.withId("settings-language"), languageHint);
        languageChoice.addClassName("language-choice");
        shownFrom.setId("badge-shown-from");
        shownFrom.setRequiredIndicatorVisible(true);
        shownFrom.setHelperComponent(shownFromHelp);
        late.setHelperComponent(lateHelp);
        overdue.setHelperComponent(overdueHelp);
        watch(bar, saved, shownFrom, late, overdue);
        addFields(languageChoice, badgeTitle, shownFrom, late, overdue, saved, bar);
    }

    @Override
    public void fill(Phrases phrases) {
        BadgeThresholds holding = badge.thresholds();
        shownFrom.fill(BigDecimal.valueOf(holding.shownFrom()));
        late.fill(holding.lateAfter(), phrases);
        overdue.fill(holding.overdueAfter(), phrases);
    }

    @Override
    public boolean changed() {
        return shownFrom.whole().orElse(0) != badge.thresholds().shownFrom() || late.changed() || overdue.changed();
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        languageLabel.setText(phrases.text("language.label"));
        languageHint.setText(phrases.text("settings.language.hint"));
        badgeTitle.setText(phrases.text("settings.badge"));
        shownFrom.setInvalid(false);
        shownFrom.setLabel(phrases.text("settings.badge.shown-from"));
        shownFromHelp.show(phrases.text("settings.badge.shown-from.hint"), phrases);
        late.translate(phrases);
        late.setLabel(phrases.text("settings.badge.late-after"));
        lateHelp.show(
                phrases.text("settings.badge.late-after.hint", phrases.wholeDuration(Duration.ofDays(1))), phrases);
        overdue.translate(phrases);
        overdue.setLabel(phrases.text("settings.badge.overdue-after"));
        overdueHelp.show(
                phrases.text("settings.badge.overdue-after.hint", phrases.wholeDuration(Duration.ofDays(3))), phrases);
        save.setText(phrases.text("settings.save"));
        bar.translate(phrases);
        saved.translate(phrases);
    }

    private void save() {
        Phrases phrases = phrases();
        saved.forget();
        boolean readable = Stream.of(late, overdue)
                        .filter(field -> field.read().isEmpty())
                        .peek(field -> field.refuse(phrases.text(
                                "settings.duration.unreadable",
                                phrases.wholeDuration(Duration.ofDays(2)),
                                phrases.wholeDuration(Duration.ofHours(36)))))
                        .count()
                == 0;
        if (!readable) {
            return;
        }
        try {
            int from = shownFrom.whole().orElse(0);
            badge.choose(new BadgeThresholds(
                    from, late.read().orElseThrow(), overdue.read().orElseThrow()));
            fill(phrases);
            kept(bar, saved, "settings.saved");
        } catch (Invalid invalid) {
            show(invalid.problems(BadgeProblem.class), phrases);
        }
    }

    private void show(Set<BadgeProblem> problems, Phrases phrases) {
        for (BadgeProblem problem : problems) {
            switch (problem) {
                case SHOWN_FROM_OUT_OF_RANGE -> {
                    shownFrom.setErrorMessage(phrases.text(problem.key(), BadgeThresholds.MOST));
                    shownFrom.setInvalid(true);
                }
                case LATE_OUT_OF_RANGE -> late.refuse(range(phrases));
                case OVERDUE_OUT_OF_RANGE -> overdue.refuse(range(phrases));
                case OVERDUE_NOT_AFTER_LATE -> overdue.refuse(phrases.text(problem.key()));
            }
        }
    }

    private static String range(Phrases phrases) {
        return phrases.text(
                "settings.duration.range",
                phrases.wholeDuration(BadgeThresholds.SHORTEST),
                phrases.wholeDuration(BadgeThresholds.LONGEST));
    }
}
