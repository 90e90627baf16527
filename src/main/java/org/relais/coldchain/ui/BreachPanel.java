package org.relais.coldchain.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachChanged;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.StockAtRisk;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.Passing;

/** All about one breach: what happened, what stands there, and what a person says of it. */
class BreachPanel extends Section {

    private final Breaches breaches;
    private final StockAtRisk stock;
    private final Runnable answered;
    private final Notice changed = new Notice("breach-changed", Glyph.INFO, "warn");
    private final H2 title = new H2();
    private final NativeButton print = new NativeButton();
    private final DescriptionList facts = new DescriptionList();
    private final StockTable stockTable = new StockTable("breach-stock");
    private final Div place = new Div();
    private BreachAnswer answer;
    private Breach shown;
    private Scene scene;

    /** @param answered what happens when somebody answered for the breach */
    BreachPanel(Breaches breaches, StockAtRisk stock, Runnable answered) {
        this.breaches = breaches;
        this.stock = stock;
        this.answered = answered;
        setId("breach");
        addClassNames("panel", "breach-panel");
        changed.getElement().setAttribute("role", "status");
        print.setId("breach-print");
        print.addClassName("quiet-button");
        print.getElement().setAttribute("type", "button");
        print.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        Div head = new Div(title, print);
        head.addClassName("breach-head");
        facts.addClassName("record-facts");
        add(head, changed, facts, stockTable, place);
    }

    /** Shows a breach; nothing when there is none. */
    void show(Optional<Breach> breach, Scene now) {
        changed.setVisible(false);
        draw(breach, now);
    }

    /** The breach that is shown, as it is now; empty when none is, or it is gone. */
    Optional<Breach> shownNow() {
        return Optional.ofNullable(shown).flatMap(breach -> breaches.find(breach.id()));
    }

    /** Shows it as it is now; what somebody is typing stays unless the breach is another one. */
    void renew(Optional<Breach> breach, Scene now) {
        boolean same = shown != null && breach.filter(shown::equals).isPresent();
        if (same) {
            scene = now;
            describe(shown);
            stockTable.show(stock.at(shown.locationId()), now.words());
            return;
        }
        boolean told = shown != null
                && breach.filter(other -> other.id().equals(shown.id())).isPresent();
        draw(breach, now);
        if (told) {
            tellChanged();
        }
    }

    private void draw(Optional<Breach> breach, Scene now) {
        scene = now;
        boolean other = !Optional.ofNullable(shown).equals(breach);
        shown = breach.orElse(null);
        setVisible(shown != null);
        if (shown == null) {
            place.removeAll();
            return;
        }
        MonitoringWords words = now.words();
        title.setText(words.text(
                shown.type().hot() ? "breach.title.hot" : "breach.title.cold", now.sensorName(shown.sensorId())));
        getElement().setAttribute("data-breach", shown.id());
        print.setText(words.text("breach.print"));
        describe(shown);
        stockTable.show(stock.at(shown.locationId()), words);
        if (other || answer == null) {
            answer = new BreachAnswer(shown, this::acknowledge, this::close);
            place.removeAll();
            place.add(answer);
        }
        answer.say(words, breaches.mayAcknowledge(shown.storeId()));
    }

    private void describe(Breach breach) {
        MonitoringWords words = scene.words();
        facts.removeAll();
        fact("breach.column.state", words.state(breach));
        Anchor sensor = new Anchor(SensorView.address(breach.sensorId()), scene.sensorName(breach.sensorId()));
        sensor.getElement().setAttribute("router-link", true);
        fact("breach.column.sensor", sensor);
        fact("monitoring.location", scene.place(breach.locationId()));
        fact("breach.column.what", words.what(breach));
        fact("breach.column.start", words.moment(breach.start()));
        if (!breach.open()) {
            fact("breach.column.end", words.moment(breach.end()));
        }
        fact("breach.column.duration", words.duration(breach));
        BigDecimal extreme = breaches.extremes(List.of(breach)).get(breach.id());
        if (extreme != null) {
            fact("breach.column.extreme", words.degrees(extreme));
        }
        if (!breach.comment().isBlank()) {
            fact("breach.comment", breach.comment());
        }
    }

    private void fact(String key, String value) {
        fact(key, new Span(value));
    }

    private void fact(String key, Component value) {
        DescriptionList.Description description = new DescriptionList.Description(value);
        facts.add(new DescriptionList.Term(scene.phrases().text(key)), description);
    }

    private void acknowledge(String comment) {
        answer(() -> breaches.acknowledge(shown, comment), "breach.acknowledged");
    }

    private void close(String reason) {
        answer(() -> breaches.closeLost(shown, reason), "breach.closed");
    }

    private void answer(Runnable deed, String said) {
        try {
            deed.run();
        } catch (BreachChanged meanwhile) {
            draw(breaches.find(shown.id()), scene);
            tellChanged();
            return;
        }
        answer.leave();
        Passing.tell(scene.phrases().text(said));
        answered.run();
    }

    private void tellChanged() {
        changed.show(scene.phrases().text("breach.changed"), null);
    }
}
