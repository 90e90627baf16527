package org.relais.coldchain.ui;

import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.relais.coldchain.StoreWatch;
import org.relais.components.EntryMark;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.ui.CurrentStore;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Offers the page once the current store has to do with the cold chain, and counts what has to be looked at there. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ColdChainMark extends EntryMark implements LocaleChangeObserver {

    private final ColdChainFeed feed;
    private final PhraseBook phraseBook;
    private final SeenStores stores;

    ColdChainMark(ColdChainFeed feed, PhraseBook phraseBook, CurrentStore currentStore, CurrentUser person) {
        super(ColdChainView.class);
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.stores = new SeenStores(currentStore, person);
        setId("alarm-count");
        getElement().setAttribute("data-live", true);
        feed.follow(this, this::show);
        currentStore.follow(this, this::show);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show();
    }

    private void show() {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phraseBook.of(getUI().get());
        List<StoreWatch> watch =
                stores.current().map(store -> feed.of(store.id())).stream().toList();
        offer(watch.stream().anyMatch(StoreWatch::used));
        int count = watch.stream().mapToInt(StoreWatch::alarms).sum();
        boolean urgent = Alarm.of(watch).stream().anyMatch(alarm -> alarm.rank() == 0);
        count(count, phrases.number(count), phrases.text("cold-chain.alarms", count), urgent ? "bad" : "warn");
    }
}
