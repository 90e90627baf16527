package org.relais.coldchain.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachQuery;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.StockAtRisk;
import org.relais.components.CardGrid;

/** The breaches of a store as a list, those that wait for an answer first, and one of them with all about it. */
class BreachPart extends MonitoringPart {

    private static final int LOOKED_THROUGH = 50;

    private final Breaches breaches;
    private final BreachPanel panel;
    private final H2 title = new H2();
    private final Paragraph count = new Paragraph();
    private final CallbackDataProvider<Breach, Void> rows =
            new CallbackDataProvider<>(this::fetch, this::size, Breach::id);
    private final CardGrid<Breach> list = new CardGrid<>("breaches", rows);
    private final Map<String, BigDecimal> extremes = new HashMap<>();
    private Scene scene;

    BreachPart(Breaches breaches, StockAtRisk stock) {
        this.breaches = breaches;
        this.panel = new BreachPanel(breaches, stock, this::goOn);
        addClassName("breach-part");
        count.setId("breach-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(title, count);
        tools.addClassName("list-tools");
        add(panel, tools, list);
    }

    /** To the next that waits for an answer. */
    private void goOn() {
        if (scene.filter().breach() == null) {
            show(scene);
        } else {
            UI.getCurrent()
                    .navigate(
                            MonitoringFilter.PATH,
                            scene.filter().with((String) null).parameters());
        }
    }

    @Override
    void show(Scene now) {
        draw(now);
        panel.show(opened(now), now);
    }

    @Override
    void renew(Scene now) {
        draw(now);
        // What a person reads, or is answering, is not taken from them because another one would come first by now.
        panel.renew(
                panel.shownNow()
                        .filter(breach -> now.storeId().equals(breach.storeId()))
                        .or(() -> opened(now)),
                now);
    }

    private void draw(Scene now) {
        scene = now;
        title.setText(now.phrases().text("monitoring.tab.breaches"));
        int found = breaches.count(query());
        count.setText(now.phrases().text("breach.count", found));
        list.look(this::columns, now.phrases().text("monitoring.tab.breaches"), this::card);
        list.size(found, now.phrases().text(now.filter().narrows() ? "breach.none.filtered" : "breach.none"));
        rows.refreshAll();
    }

    private BreachQuery query() {
        return scene.filter().breaches(scene.storeId(), scene.phrases().zone());
    }

    /** The one that the address names; else the first that waits for an answer, else the first that goes on. */
    private Optional<Breach> opened(Scene now) {
        if (now.filter().breach() != null) {
            return breaches.find(now.filter().breach())
                    .filter(breach -> now.storeId().equals(breach.storeId()));
        }
        List<Breach> first = breaches.list(query(), 0, LOOKED_THROUGH);
        return first.stream()
                .filter(breach -> !breach.open() && !breach.acknowledged())
                .findFirst()
                .or(() -> first.stream().filter(Breach::open).findFirst());
    }

    private void columns(Grid<Breach> grid) {
        MonitoringWords words = scene.words();
        grid.addComponentColumn(this::name)
                .setHeader(words.text("breach.column.sensor"))
                .setWidth("7rem")
                .setFlexGrow(4);
        grid.addColumn(words::what)
                .setHeader(words.text("breach.column.what"))
                .setWidth("7.5rem")
                .setFlexGrow(2);
        grid.addColumn(breach -> words.moment(breach.start()))
                .setHeader(words.text("breach.column.start"))
                .setWidth("8.5rem")
                .setFlexGrow(3);
        grid.addColumn(words::duration)
                .setHeader(words.text("breach.column.duration"))
                .setFlexGrow(2);
        grid.addColumn(this::extreme)
                .setHeader(words.text("breach.column.extreme"))
                .setWidth("5.5rem")
                .setFlexGrow(1);
        grid.addComponentColumn(words::state)
                .setHeader(words.text("breach.column.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Div name(Breach breach) {
        Anchor open = new Anchor(scene.filter().with(breach.id()).address(), scene.sensorName(breach.sensorId()));
        open.addClassName("row-link");
        open.getElement().setAttribute("router-link", true).setAttribute("data-breach-link", breach.id());
        Span place = new Span(scene.place(breach.locationId()));
        place.addClassName("soft");
        Div name = new Div(open, place);
        name.addClassName("breach-name");
        return name;
    }

    private Div card(Breach breach) {
        MonitoringWords words = scene.words();
        Div card = new Div(
                name(breach),
                new Span(words.text(
                        "breach.card", words.what(breach), words.moment(breach.start()), words.duration(breach))),
                words.state(breach));
        card.addClassName("breach-card");
        return card;
    }

    private String extreme(Breach breach) {
        BigDecimal extreme = extremes.get(breach.id());
        return extreme == null ? "" : scene.words().degrees(extreme);
    }

    private Stream<Breach> fetch(Query<Breach, Void> page) {
        List<Breach> found = breaches.list(query(), page.getPage(), page.getPageSize());
        extremes.putAll(breaches.extremes(found));
        return found.stream();
    }

    private int size(Query<Breach, Void> page) {
        return breaches.count(query());
    }
}
