package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.relais.coldchain.StoreWatch;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.relais.language.PhraseBook;
import org.relais.language.RelativeTime;
import org.relais.people.CurrentUser;
import org.relais.people.ui.CurrentStore;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** Is the cold chain of the current store unbroken, and what did its sensors measure last? Nothing where there is none. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(15)
class ColdChainSection extends HomeSection {

    private static final int FEW = 6;

    private final ColdChainFeed feed;
    private final PhraseBook phraseBook;
    private final SeenStores stores;
    private final Paragraph state = new Paragraph();
    private final Anchor open = new Anchor(ColdChainView.PATH);
    private final DescriptionList readings = new DescriptionList();

    ColdChainSection(ColdChainFeed feed, PhraseBook phraseBook, CurrentStore currentStore, CurrentUser person) {
        super("home-cold-chain");
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.stores = new SeenStores(currentStore, person);
        getElement().setAttribute("data-live", true);
        state.setId("home-cold-chain-state");
        state.addClassName("home-state");
        open.addClassName("link-button");
        open.getElement().setAttribute("router-link", true);
        readings.addClassName("home-facts");
        Div line = new Div(state, open);
        line.addClassName("home-line");
        answer().add(line, readings);
        feed.follow(this, this::say);
        currentStore.follow(this, this::say);
    }

    @Override
    protected void translate() {
        Optional<StoreWatch> watch =
                stores.current().map(store -> feed.of(store.id())).filter(StoreWatch::used);
        setVisible(watch.isPresent());
        if (watch.isPresent() && getUI().isPresent()) {
            show(watch.get(), new ColdChainWords(phraseBook.of(getUI().get())));
        }
    }

    private void show(StoreWatch watch, ColdChainWords words) {
        List<Alarm> alarms = Alarm.of(List.of(watch));
        ask(words.text("cold-chain.home.question"));
        open.setText(words.text("cold-chain.alarm.open"));
        readings.removeAll();
        watch.sensors().stream()
                .filter(watched -> watched.sensor().active() && watched.last() != null)
                .limit(FEW)
                .forEach(watched -> add(watched, watch, words));
        readings.setVisible(readings.getComponentCount() > 0);
        if (alarms.isEmpty()) {
            boolean none = watch.sensors().isEmpty();
            state.setText(none ? words.text("cold-chain.home.none") : words.summary(watch));
            show(none ? Glyph.INFO : Glyph.CHECK, none ? "calm" : "good");
        } else {
            Alarm worst = alarms.getFirst();
            int more = watch.alarms() - 1;
            String what = worst.what(words);
            String details = worst.details(words, watch.at());
            state.setText(
                    more > 0
                            ? words.text(
                                    "cold-chain.home.worst.more",
                                    what,
                                    details,
                                    words.text("cold-chain.alarm.more", more))
                            : words.text("cold-chain.home.worst", what, details));
            show(Glyph.ALERT, worst.rank() == 0 ? "bad" : "warn");
        }
    }

    private void add(WatchedSensor watched, StoreWatch watch, ColdChainWords words) {
        Span figure = new Span(words.degrees(watched.last().temperature()));
        figure.addClassName("home-fact");
        RelativeTime age = new RelativeTime();
        age.addClassName("soft");
        age.show(watched.last().takenAt(), watch.at(), words.phrases());
        DescriptionList.Description fact = new DescriptionList.Description();
        fact.add(figure, age);
        readings.add(new Div(new DescriptionList.Term(words.where(watched)), fact));
    }
}
