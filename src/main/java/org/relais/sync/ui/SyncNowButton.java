package org.relais.sync.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.relais.components.Glyph;
import org.relais.doors.ui.PermissionRefresh;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.run.Trigger;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Starts a synchronisation for the person who presses, asking again what that person may do; says so while one is going on. One for
 * each page that shows it: ask Spring for a new one.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SyncNowButton extends Button implements LocaleChangeObserver {

    private final StatusFeed feed;
    private final Synchroniser synchroniser;
    private final CurrentUser person;
    private final PermissionRefresh permissions;
    private final PhraseBook phraseBook;
    private final Span spinner = new Span();
    private final Span glyph = Glyph.SYNC.create();

    SyncNowButton(
            StatusFeed feed,
            Synchroniser synchroniser,
            CurrentUser person,
            PermissionRefresh permissions,
            PhraseBook phraseBook) {
        this.feed = feed;
        this.synchroniser = synchroniser;
        this.person = person;
        this.permissions = permissions;
        this.phraseBook = phraseBook;
        addClassName("sync-now");
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
        addClickListener(click -> start());
        spinner.addClassName("spinner");
        spinner.getElement().setAttribute("aria-hidden", "true");
        feed.follow(this, this::show);
    }

    /** Starts a run, as a press does. */
    void start() {
        permissions.ask();
        synchroniser.start(Trigger.PERSON, person.find().map(SignedInUser::name).orElse(null));
        feed.refresh();
        show(feed.now());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show(feed.now());
    }

    private void show(SyncStatus status) {
        getUI().map(phraseBook::of).ifPresent(phrases -> show(status.current() != null, phrases));
    }

    private void show(boolean running, Phrases phrases) {
        setEnabled(!running);
        setText(phrases.text(running ? "sync.running" : "sync.button"));
        Span icon = running ? spinner : glyph;
        if (getIcon() != icon) {
            setIcon(icon);
        }
        getElement().setAttribute("aria-busy", Boolean.toString(running));
    }
}
