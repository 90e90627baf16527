package org.relais.visits.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.relais.components.NewsSince;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.relais.visits.Visits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** What changed since this person was last here? Nothing is said at a first visit. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(18)
class SinceLastVisitSection extends HomeSection {

    private final Visits visits;
    private final ObjectProvider<NewsSince> rooms;
    private final PhraseBook phraseBook;
    private final CurrentUser person;
    private final CurrentStore currentStore;
    private final Clock clock;
    private final Paragraph nothing = new Paragraph();
    private final UnorderedList news = new UnorderedList();

    SinceLastVisitSection(
            Visits visits,
            ObjectProvider<NewsSince> rooms,
            PhraseBook phraseBook,
            CurrentUser person,
            CurrentStore currentStore,
            Clock clock) {
        super("home-since");
        this.visits = visits;
        this.rooms = rooms;
        this.phraseBook = phraseBook;
        this.person = person;
        this.currentStore = currentStore;
        this.clock = clock;
        nothing.setId("home-since-nothing");
        nothing.addClassName("home-state");
        news.setId("home-since-news");
        news.addClassName("home-news");
        answer().add(nothing, news);
        show(Glyph.INFO, "calm");
        currentStore.follow(this, this::say);
    }

    @Override
    protected void translate() {
        Optional<Instant> left = person.find().flatMap(user -> visits.endOfLast(user.id()));
        setVisible(left.isPresent());
        if (left.isPresent() && getUI().isPresent()) {
            tell(left.get(), phraseBook.of(getUI().get()));
        }
    }

    private void tell(Instant left, Phrases phrases) {
        ask(phrases.text("home.since.question", phrases.moment(left, clock.instant())));
        Optional<String> store = currentStore.find().map(Store::id);
        List<String> told = rooms.orderedStream()
                .flatMap(room -> room.tell(left, store, phrases.locale()).stream())
                .toList();
        nothing.setText(phrases.text("home.since.nothing"));
        nothing.setVisible(told.isEmpty());
        news.removeAll();
        told.forEach(sentence -> news.add(new ListItem(sentence)));
        news.setVisible(!told.isEmpty());
    }
}
