package org.relais.coldchain.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.relais.coldchain.LastReading;
import org.relais.coldchain.StoreWatch;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Glyph;
import org.relais.language.PhraseBook;
import org.relais.language.RelativeTime;
import org.relais.locations.Location;
import org.relais.locations.ui.LocationSection;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/**
 * The sensors of a location, what they measured last and how they are, the worst first. Nothing where the store has no cold chain, or the
 * person may not see it.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(10)
class LocationSensors extends LocationSection {

    private final ColdChainFeed feed;
    private final PhraseBook phraseBook;
    private final Desk desk;
    private final H3 title = new H3();
    private final Paragraph none = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    LocationSensors(ColdChainFeed feed, PhraseBook phraseBook, Desk desk) {
        super("location-sensors");
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.desk = desk;
        getElement().setAttribute("data-live", true);
        none.addClassName("soft");
        list.addClassName("standing-sensors");
        add(title, none, list, all());
        feed.follow(this, this::renew);
    }

    @Override
    protected void show(Location location) {
        boolean seen = desk.mayView(location.storeId());
        setVisible(seen && feed.of(location.storeId()).used());
        if (isVisible()) {
            show(location, feed.of(location.storeId()), new ColdChainWords(phraseBook.of(UI.getCurrent())));
        }
    }

    private void show(Location location, StoreWatch watch, ColdChainWords words) {
        title.setText(words.text("cold-chain.location.title"));
        none.setText(words.text("cold-chain.location.none"));
        List<WatchedSensor> here = watch.sensors().stream()
                .filter(watched -> location.id().equals(watched.sensor().locationId()))
                .toList();
        none.setVisible(here.isEmpty());
        list.setVisible(!here.isEmpty());
        list.removeAll();
        few(here).forEach(watched -> list.add(line(watched, watch, words)));
    }

    private static ListItem line(WatchedSensor watched, StoreWatch watch, ColdChainWords words) {
        Anchor name = new Anchor(
                SensorView.address(watched.sensor().id()), watched.sensor().name());
        name.getElement().setAttribute("router-link", true);
        Glyph glyph = SensorCard.glyph(watched);
        Span state = new Span(glyph.create(), new Span(words.state(watched)));
        state.addClassName("standing-state");
        Span since = new Span(words.since(watched, watch.at()));
        since.addClassName("soft");
        Anchor poster = PosterView.link(watched.sensor().id());
        PosterView.name(poster, watched, words);
        Div who = new Div(name, new Div(state, since), poster);
        ListItem line = new ListItem(who, last(watched.last(), watch, words));
        line.getElement()
                .setAttribute("data-sensor", watched.sensor().id())
                .setAttribute("data-state", watched.state().key());
        return line;
    }

    private static Div last(LastReading last, StoreWatch watch, ColdChainWords words) {
        Span degrees = new Span(last == null ? "–" : words.degrees(last.temperature()));
        degrees.addClassName("standing-degrees");
        Div figures = new Div(degrees);
        if (last != null) {
            RelativeTime age = new RelativeTime();
            age.addClassName("soft");
            age.show(last.takenAt(), watch.at(), words.phrases());
            figures.add(age);
        }
        return figures;
    }
}
