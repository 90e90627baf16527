package org.relais.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.relais.administration.ui.FieldHelp;
import org.relais.backup.BackupPlan;
import org.relais.backup.BackupSettings;
import org.relais.backup.PlanProblem;
import org.relais.components.DecimalField;
import org.relais.components.FieldProblem;
import org.relais.components.HeldText;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.settings.Settings;
import org.relais.vocabulary.Invalid;

/** When backups are made, where, and how many are kept. */
class BackupForm extends Div {

    /** Spelled so in every language: it is what the field takes. */
    private static final String EXAMPLE = "02:00";

    private final BackupSettings settings;
    private final CurrentUser person;
    private final TextField time = new TextField();
    private final TextField folder = new TextField();
    private final DecimalField daily = new DecimalField();
    private final DecimalField weekly = new DecimalField();
    private final FieldHelp timeHelp;
    private final FieldHelp folderHelp;
    private final FieldHelp dailyHelp;
    private final FieldHelp weeklyHelp;
    private final Button save = new Button();
    private Phrases phrases;

    BackupForm(BackupSettings settings, Settings chosen, CurrentUser person) {
        this.settings = settings;
        this.person = person;
        this.timeHelp = new FieldHelp(chosen, BackupSettings.TIME);
        this.folderHelp = new FieldHelp(chosen, BackupSettings.FOLDER);
        this.dailyHelp = new FieldHelp(chosen, BackupSettings.DAILY);
        this.weeklyHelp = new FieldHelp(chosen, BackupSettings.WEEKLY);
        addClassName("form-fields");
        prepare(time, "backup-time", timeHelp);
        prepare(folder, "backup-folder", folderHelp);
        prepare(daily, "backup-daily", dailyHelp);
        prepare(weekly, "backup-weekly", weeklyHelp);
        FieldProblem.goesWhenMended(time);
        FieldProblem.goesWhenMended(folder);
        save.setId("backup-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save());
        add(time, folder, daily, weekly, save);
    }

    private static void prepare(TextField field, String id, FieldHelp help) {
        field.setId(id);
        field.setRequiredIndicatorVisible(true);
        field.setHelperComponent(help);
    }

    void fill() {
        BackupPlan plan = settings.plan();
        HeldText.show(time, plan.time().toString());
        HeldText.show(folder, plan.folder().toString());
        daily.fill(BigDecimal.valueOf(plan.daily()));
        weekly.fill(BigDecimal.valueOf(plan.weekly()));
    }

    boolean changed() {
        BackupPlan plan = settings.plan();
        return !time.getValue().strip().equals(plan.time().toString())
                || !folder.getValue().strip().equals(plan.folder().toString())
                || daily.whole().orElse(-1) != plan.daily()
                || weekly.whole().orElse(-1) != plan.weekly();
    }

    void translate(Phrases language) {
        phrases = language;
        time.setLabel(phrases.text("backup.time"));
        timeHelp.show(phrases.text("backup.time.hint", EXAMPLE), phrases);
        folder.setLabel(phrases.text("backup.folder"));
        folderHelp.show(phrases.text("backup.folder.hint"), phrases);
        daily.setLabel(phrases.text("backup.daily"));
        dailyHelp.show(phrases.text("backup.daily.hint"), phrases);
        weekly.setLabel(phrases.text("backup.weekly"));
        weeklyHelp.show(phrases.text("backup.weekly.hint"), phrases);
        save.setText(phrases.text("settings.save"));
    }

    private void save() {
        person.require(Permission.ADMINISTER_SERVER);
        Optional<LocalTime> at = BackupSettings.time(time.getValue());
        Optional<Path> where = BackupSettings.folder(folder.getValue());
        if (at.isEmpty()) {
            refuse(time, "backup.time.problem", EXAMPLE);
        }
        if (where.isEmpty()) {
            refuse(folder, "backup.folder.problem");
        }
        if (at.isEmpty() || where.isEmpty()) {
            return;
        }
        try {
            settings.choose(new BackupPlan(
                    at.get(),
                    where.get(),
                    daily.whole().orElse(-1),
                    weekly.whole().orElse(-1)));
            fill();
            Passing.tell(phrases.text("settings.saved"));
        } catch (Invalid invalid) {
            show(invalid.problems(PlanProblem.class));
        }
    }

    private void show(Set<PlanProblem> problems) {
        for (PlanProblem problem : problems) {
            TextField field =
                    switch (problem) {
                        case FOLDER_AWAY, FOLDER_NOT_WRITABLE -> folder;
                        case DAILY -> daily;
                        case WEEKLY -> weekly;
                    };
            refuse(field, "backup.plan." + problem.key());
        }
    }

    private void refuse(TextField field, String key, Object... parameters) {
        field.setErrorMessage(phrases.text(key, parameters));
        field.setInvalid(true);
        field.focus();
    }
}
