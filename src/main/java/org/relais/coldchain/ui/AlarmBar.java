package org.relais.coldchain.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.coldchain.StoreWatch;
import org.relais.components.FrameNotice;
import org.relais.components.Glyph;
import org.relais.language.PhraseBook;
import org.relais.people.CurrentUser;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * What is wrong in the cold chain, above every page: the worst thing in one line, and how many more there are. It is read out when
 * something new comes and not again each time that the minutes in it go on.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("assets/coldchain.css")
class AlarmBar extends FrameNotice implements LocaleChangeObserver {

    private final ColdChainFeed feed;
    private final PhraseBook phraseBook;
    private final SeenStores stores;
    private final Span sign = Glyph.ALERT.create();
    private final Span what = new Span();
    private final Span details = new Span();
    private final Span more = new Span();
    private final Anchor way = new Anchor();
    private final Span announcer = new Span();
    private Set<String> told = Set.of();
    private int toldCount;

    AlarmBar(ColdChainFeed feed, PhraseBook phraseBook, CurrentStore currentStore, CurrentUser person) {
        super("alarm-bar");
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.stores = new SeenStores(currentStore, person);
        addClassName("alarm-bar");
        getElement().setAttribute("role", "region").setAttribute("data-live", true);
        what.addClassName("alarm-what");
        more.addClassName("alarm-more");
        way.setId("alarm-open");
        way.addClassName("link-button");
        way.getElement().setAttribute("router-link", true);
        announcer.setId("alarm-announcer");
        announcer.addClassName("sr-only");
        announcer.getElement().setAttribute("role", "alert");
        Div words = new Div(what, new Text(" "), details, new Text(" "), more);
        words.addClassName("alarm-words");
        add(sign, words, way, announcer);
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
        ColdChainWords words = new ColdChainWords(phraseBook.of(getUI().get()));
        List<Store> seen = stores.all();
        List<StoreWatch> watches =
                seen.stream().map(store -> feed.of(store.id())).toList();
        List<Alarm> alarms = Alarm.of(watches);
        int count = watches.stream().mapToInt(StoreWatch::alarms).sum();
        if (alarms.isEmpty()) {
            setVisible(false);
        } else {
            show(alarms.getFirst(), count, seen, watches, words);
        }
        announce(alarms, count);
    }

    private void show(Alarm worst, int count, List<Store> seen, List<StoreWatch> watches, ColdChainWords words) {
        String label = words.text("cold-chain.alarm.label");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("data-tone", worst.rank() == 0 ? "bad" : "warn");
        what.setText(worst.what(words));
        details.setText(details(worst, seen, watches, words));
        more.setText(words.text("cold-chain.alarm.more", count - 1));
        more.setVisible(count > 1);
        way.setText(words.text("cold-chain.alarm.open"));
        way.setHref(worst.address());
        setVisible(true);
    }

    /** With the store's name, where it is not the one that the person works in. */
    private String details(Alarm worst, List<Store> seen, List<StoreWatch> watches, ColdChainWords words) {
        String details = worst.details(words, watches.getFirst().at());
        return seen.stream()
                .filter(store -> store.id().equals(worst.storeId()))
                .filter(store -> !stores.current().equals(Optional.of(store)))
                .map(store -> words.text("cold-chain.alarm.elsewhere", details, store.name()))
                .findFirst()
                .orElse(details);
    }

    private void announce(List<Alarm> alarms, int count) {
        Set<String> marks = alarms.stream().map(Alarm::mark).collect(Collectors.toCollection(HashSet::new));
        if (!told.containsAll(marks) || count > toldCount) {
            announcer.setText(
                    what.getText() + ", " + details.getText() + (more.isVisible() ? ", " + more.getText() : ""));
        } else if (alarms.isEmpty()) {
            announcer.setText("");
        }
        told = marks;
        toldCount = count;
    }
}
