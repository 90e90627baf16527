package org.relais.sync.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Cancels the synchronisation that is going on; it is there as long as one is, and says that it was heard. One for each page that
 * shows it: ask Spring for a new one.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class CancelButton extends Button implements LocaleChangeObserver {

    private final StatusFeed feed;
    private final Synchroniser synchroniser;
    private final PhraseBook phraseBook;
    private Long cancelledRun;

    CancelButton(StatusFeed feed, Synchroniser synchroniser, PhraseBook phraseBook) {
        this.feed = feed;
        this.synchroniser = synchroniser;
        this.phraseBook = phraseBook;
        setDisableOnClick(true);
        addClickListener(click -> cancel());
        feed.follow(this, this::show);
    }

    private void cancel() {
        Run current = feed.now().current();
        if (current != null) {
            cancelledRun = current.id();
        }
        synchroniser.cancel();
        feed.refresh();
        show(feed.now());
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show(feed.now());
    }

    private void show(SyncStatus status) {
        getUI().map(phraseBook::of).ifPresent(phrases -> show(status.current(), phrases));
    }

    private void show(Run current, Phrases phrases) {
        boolean running = current != null;
        boolean stopping = running && Long.valueOf(current.id()).equals(cancelledRun);
        setVisible(running);
        setEnabled(!stopping);
        setText(phrases.text(stopping ? "sync.cancelling" : "sync.cancel"));
    }
}
