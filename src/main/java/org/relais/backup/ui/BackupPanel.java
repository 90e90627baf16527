package org.relais.backup.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.relais.administration.ui.SettingsSection;
import org.relais.backup.BackupSchedule;
import org.relais.backup.BackupSecret;
import org.relais.backup.BackupSettings;
import org.relais.backup.BackupStanding;
import org.relais.backup.Backups;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.settings.Settings;
import org.springframework.context.annotation.Scope;

/** The section of the settings about backups: how things stand, one at once, those that there are, when and where, how to restore. */
@SpringComponent
@Scope("prototype")
@StyleSheet("assets/programs.css")
class BackupPanel extends Div implements SettingsSection {

    private static final List<String> STEPS = List.of("keep", "restore", "old", "start");

    /** Before what is to be typed, and behind it. */
    private static final Pattern TYPED_APART =
            Pattern.compile("(?=--)|(?<==…)|(?=relais restore )|(?<=relais restore \\p{Lu}{1,12})(?!\\p{Lu})");

    private final Backups backups;
    private final BackupSchedule schedule;
    private final BackupSettings settings;
    private final CurrentUser person;
    private final Clock clock;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final Notice state = new Notice("backup-state", Glyph.INFO, "calm");
    private final Notice sameDisk = new Notice("backup-same-disk", Glyph.ALERT, "warn");
    private final Paragraph next = new Paragraph();
    private final Button now = new Button();
    private final H3 listTitle = new H3();
    private final BackupList list;
    private final H3 planTitle = new H3();
    private final BackupForm form;
    private final PassphraseForm passphrase;
    private final H3 guideTitle = new H3();
    private final OrderedList guide = new OrderedList();
    private Phrases phrases;

    BackupPanel(
            Backups backups,
            BackupSchedule schedule,
            BackupSettings settings,
            BackupSecret secret,
            Settings chosen,
            CurrentUser person,
            BackupFeed feed,
            Clock clock) {
        this.backups = backups;
        this.schedule = schedule;
        this.settings = settings;
        this.person = person;
        this.clock = clock;
        this.list = new BackupList(backups, person);
        this.form = new BackupForm(settings, chosen, person);
        this.passphrase = new PassphraseForm(secret, person);
        setId("settings-backup");
        addClassNames("panel", "programs-panel");
        explanation.addClassName("soft");
        next.addClassName("soft");
        next.setId("backup-next");
        now.setId("backup-now");
        now.addClickListener(click -> begin());
        guide.setId("backup-guide");
        guide.addClassName("guide");
        add(title, explanation, state, sameDisk, next, now, listTitle, list);
        add(planTitle, form, passphrase, guideTitle, guide);
        feed.follow(this, this::refresh);
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public String titleKey() {
        return "settings.backup";
    }

    @Override
    public void fill(Phrases language) {
        form.fill();
    }

    @Override
    public boolean changed() {
        return form.changed();
    }

    @Override
    public void translate(Phrases language) {
        phrases = language;
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text("settings.backup.explanation"));
        now.setText(phrases.text("backup.now"));
        listTitle.setText(phrases.text("backup.list"));
        planTitle.setText(phrases.text("backup.plan"));
        form.translate(phrases);
        passphrase.translate(phrases);
        guideTitle.setText(phrases.text("backup.guide"));
        guide.removeAll();
        STEPS.forEach(step -> guide.add(step(phrases.text("backup.guide." + step))));
        refresh();
    }

    private static ListItem step(String text) {
        ListItem step = new ListItem();
        for (String part : TYPED_APART.split(text)) {
            boolean typed = part.startsWith("--") || part.startsWith("relais restore ");
            step.add(typed ? new Code(part) : new Text(part));
        }
        return step;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void begin() {
        person.require(Permission.ADMINISTER_SERVER);
        now.setEnabled(false);
        schedule.now(person.get().name());
    }

    private void refresh() {
        if (phrases == null) {
            return;
        }
        Instant moment = clock.instant();
        BackupStanding standing = backups.standing();
        BackupWords words = BackupWords.of(standing, moment, phrases);
        state.look(words.glyph(), words.tone());
        state.show(words.text(), words.advice());
        sameDisk.setVisible(false);
        if (settings.onTheSameDisk()) {
            sameDisk.show(phrases.text("backup.same-disk"), phrases.text("backup.same-disk.hint"));
        }
        Instant due = schedule.next();
        next.setVisible(due != null);
        if (due != null) {
            next.setText(phrases.text("backup.next", phrases.moment(due, moment)));
        }
        now.setEnabled(standing.last() == null || !standing.last().goesOn());
        list.show(moment, phrases);
        listTitle.setVisible(list.isVisible());
    }
}
