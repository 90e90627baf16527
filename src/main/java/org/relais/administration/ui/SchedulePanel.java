package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.relais.components.Glyph;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.settings.Settings;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.StatusFeed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How often this site synchronises by itself, and whether it does. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SchedulePanel extends SettingsPanel {

    private final Synchroniser synchroniser;
    private final StatusFeed feed;
    private final Clock clock;
    private final Span glyph = Glyph.CLOCK.create();
    private final Span state = new Span();
    private final FieldHelp stateHelp;
    private final Button pause = new Button();
    private final DurationField interval = new DurationField("sync-interval", Duration.ofMinutes(1));
    private final FieldHelp intervalHelp;
    private final Button save = saveButton(this::save, interval);
    private final SaveBar bar = new SaveBar("schedule", save);
    private final SavedLine saved = new SavedLine("schedule-saved");

    SchedulePanel(
            Synchroniser synchroniser,
            StatusFeed feed,
            Settings settings,
            PhraseBook phraseBook,
            CurrentUser person,
            Clock clock) {
        super("schedule", 20, phraseBook, person);
        this.synchroniser = synchroniser;
        this.feed = feed;
        this.clock = clock;
        this.stateHelp = new FieldHelp(settings, Synchroniser.ENABLED);
        this.intervalHelp = new FieldHelp(settings, Synchroniser.INTERVAL);
        state.setId("schedule-state");
        Div stateLine = new Div(glyph, state, pause);
        stateLine.addClassName("schedule-state");
        pause.setId("schedule-pause");
        pause.setDisableOnClick(true);
        pause.addClickListener(click -> pauseOrResume());
        interval.setHelperComponent(intervalHelp);
        watch(bar, saved, interval);
        addFields(stateLine, stateHelp, interval, saved, bar);
        feed.follow(this, this::show);
    }

    @Override
    public void fill(Phrases phrases) {
        interval.fill(synchroniser.interval(), phrases);
    }

    @Override
    public boolean changed() {
        return interval.changed();
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        interval.translate(phrases);
        interval.setLabel(phrases.text("settings.interval"));
        intervalHelp.show(
                phrases.text(
                        "settings.interval.hint",
                        phrases.wholeDuration(Duration.ofMinutes(5)),
                        phrases.wholeDuration(Duration.ofMinutes(90))),
                phrases);
        stateHelp.show("", phrases);
        save.setText(phrases.text("settings.save"));
        bar.translate(phrases);
        saved.translate(phrases);
        show(feed.now());
    }

    private void show(SyncStatus status) {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phrases();
        (status.paused() ? Glyph.PAUSE : Glyph.CLOCK).show(glyph);
        state.setText(words(status, phrases));
        pause.setText(phrases.text(status.paused() ? "settings.resume" : "settings.pause"));
    }

    private String words(SyncStatus status, Phrases phrases) {
        if (status.paused()) {
            return phrases.text("settings.schedule.paused");
        }
        Instant next = status.nextRunAt();
        return next == null
                ? phrases.text("settings.schedule.waits")
                : phrases.text("settings.schedule.next", phrases.moment(next, clock.instant()));
    }

    private void pauseOrResume() {
        mustStillBeAllowed();
        if (synchroniser.status().paused()) {
            synchroniser.resume();
            saved.say("settings.schedule.resumed.saved", phrases());
        } else {
            synchroniser.pause();
            saved.say("settings.schedule.paused.saved", phrases());
        }
        pause.setEnabled(true);
        show(synchroniser.status());
    }

    private void save() {
        Phrases phrases = phrases();
        saved.forget();
        Optional<Duration> typed = interval.read();
        if (typed.isEmpty()) {
            interval.refuse(phrases.text(
                    "settings.duration.unreadable",
                    phrases.wholeDuration(Duration.ofMinutes(5)),
                    phrases.wholeDuration(Duration.ofMinutes(90))));
            interval.focus();
            return;
        }
        try {
            synchroniser.changeInterval(typed.get());
            interval.fill(synchroniser.interval(), phrases);
            kept(bar, saved, "settings.schedule.saved");
        } catch (IllegalArgumentException outside) {
            interval.refuse(phrases.text(
                    "settings.duration.range",
                    phrases.wholeDuration(Synchroniser.SHORTEST_INTERVAL),
                    phrases.wholeDuration(Synchroniser.LONGEST_INTERVAL)));
            interval.focus();
        }
        show(synchroniser.status());
    }
}
