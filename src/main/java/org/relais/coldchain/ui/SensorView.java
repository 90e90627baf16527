package org.relais.coldchain.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachQuery;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.LastReading;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.SensorLocations;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;

/** A sensor: what is known of it, where it stands, through which phone it was heard, and its latest breaches. */
@Route("cold-chain/sensors/:sensor")
@RouteAlias("chaine-du-froid/capteurs/:sensor")
@RouteAlias("cadena-de-frio/sensores/:sensor")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/monitoring.css")
class SensorView extends TitledPage implements BeforeEnterObserver {

    private static final int LATEST = 10;

    private final ColdChain coldChain;
    private final Breaches breaches;
    private final Desk desk;
    private final Notice missing = new Notice("sensor-missing", Glyph.INFO, "calm");
    private final DescriptionList facts = new DescriptionList();
    private final Div factsPanel = new Div(facts);
    private final SensorPlacePanel place;
    private final H2 breachTitle = new H2();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final Anchor allBreaches = new Anchor();
    private final Anchor log = new Anchor();
    private final Anchor chart = new Anchor();
    private final Anchor report = new Anchor();
    private final Anchor poster = new Anchor();
    private final Div history = new Div(breachTitle, list, none);
    private String id = "";
    private Optional<WatchedSensor> watched = Optional.empty();

    SensorView(
            ColdChain coldChain,
            Breaches breaches,
            SensorLocations sensorLocations,
            Desk desk,
            ColdChainFeed feed,
            PhraseBook phraseBook) {
        super(phraseBook, "sensor.page", MonitoringFilter.PATH, "sensor.back");
        this.coldChain = coldChain;
        this.breaches = breaches;
        this.desk = desk;
        this.place = new SensorPlacePanel(sensorLocations, this::renew);
        addClassNames("lookback-page", "sensor-page");
        facts.setId("sensor-facts");
        facts.addClassName("record-facts");
        factsPanel.addClassNames("panel", "lookback-panel");
        none.addClassName("soft");
        poster.setId("sensor-poster");
        list.setId("sensor-breaches");
        list.addClassName("sensor-breaches");
        history.addClassNames("panel", "lookback-panel");
        Div ways = new Div(allBreaches, log, chart, report, poster);
        ways.addClassName("actions");
        List.of(allBreaches, log, chart, report, poster).forEach(way -> {
            way.addClassName("link-button");
            way.getElement().setAttribute("router-link", true);
        });
        history.add(ways);
        add(missing, factsPanel, place, history);
        feed.follow(this, this::renew);
    }

    static String address(String sensorId) {
        return "cold-chain/sensors/" + sensorId;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("sensor").orElse("");
        renew();
    }

    /** A sensor that the person may not see is as one that is not there. */
    private void renew() {
        watched = coldChain
                .find(id)
                .filter(found -> found.sensor().storeId() != null
                        && desk.mayView(found.sensor().storeId()));
        say();
    }

    @Override
    protected String heading(Phrases phrases) {
        return watched.map(found -> found.sensor().name()).orElseGet(() -> phrases.text("sensor.missing"));
    }

    @Override
    protected void translate(Phrases phrases) {
        boolean there = watched.isPresent();
        factsPanel.setVisible(there);
        history.setVisible(there);
        place.setVisible(there);
        missing.setVisible(false);
        if (there) {
            WatchedSensor shown = watched.get();
            Scene scene = desk.scene(shown.sensor().storeId(), MonitoringFilter.all(), phrases);
            describe(shown, scene);
            place.show(shown.sensor(), scene);
            showBreaches(shown.sensor(), scene);
        } else {
            missing.show(phrases.text("sensor.missing.text"), null);
        }
    }

    private void describe(WatchedSensor shown, Scene scene) {
        MonitoringWords words = scene.words();
        Sensor sensor = shown.sensor();
        facts.removeAll();
        Span state = new Span(new ColdChainWords(scene.phrases()).state(shown));
        state.addClassName("mark");
        state.getElement().setAttribute("data-tone", shown.state().inTrouble() ? "bad" : "plain");
        fact("sensor.state", state, words);
        LastReading last = shown.last();
        fact(
                "sensor.last",
                last == null
                        ? words.text("sensor.last.none")
                        : words.text("sensor.last.at", words.degrees(last.temperature()), words.moment(last.takenAt())),
                words);
        fact("sensor.battery", words.battery(sensor), words);
        fact("sensor.serial", sensor.address(), words);
        fact("sensor.interval", scene.phrases().wholeDuration(sensor.interval()), words);
        coldChain
                .contact(sensor.id())
                .ifPresentOrElse(
                        contact -> {
                            fact("sensor.phone", contact.phone(), words);
                            fact("sensor.heard", words.moment(contact.heardAt()), words);
                            fact("sensor.phone.seen", words.moment(contact.phoneSeenAt()), words);
                        },
                        () -> fact("sensor.phone", words.text("sensor.phone.none"), words));
    }

    private void fact(String key, String value, MonitoringWords words) {
        fact(key, new Span(value), words);
    }

    private void fact(String key, Component value, MonitoringWords words) {
        facts.add(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(value));
    }

    private void showBreaches(Sensor sensor, Scene scene) {
        MonitoringWords words = scene.words();
        breachTitle.setText(words.text("monitoring.tab.breaches"));
        BreachQuery its = new BreachQuery(sensor.storeId(), Set.of(sensor.id()), null, Set.of(), null, null, false);
        List<Breach> latest = breaches.list(its, 0, LATEST);
        list.removeAll();
        latest.forEach(breach -> list.add(line(breach, words)));
        list.setVisible(!latest.isEmpty());
        none.setText(words.text("breach.none.sensor"));
        none.setVisible(latest.isEmpty());
        allBreaches.setText(words.text("sensor.breaches.all"));
        allBreaches.setHref(MonitoringFilter.ofSensor(MonitoringTab.BREACHES, sensor.id()));
        allBreaches.setVisible(latest.size() == LATEST);
        log.setText(words.text("sensor.log"));
        log.setHref(MonitoringFilter.ofSensor(MonitoringTab.LOG, sensor.id()));
        chart.setText(words.text("sensor.chart"));
        chart.setHref(MonitoringFilter.ofSensor(MonitoringTab.CHART, sensor.id()));
        report.setText(words.text("report.open"));
        report.setHref(ReportView.address(sensor.id()));
        poster.setText(words.text("poster.title"));
        poster.setHref(PosterView.address(sensor.id()));
    }

    private static ListItem line(Breach breach, MonitoringWords words) {
        Anchor open = new Anchor(
                MonitoringFilter.ofBreach(breach.id()),
                words.text("breach.card", words.what(breach), words.moment(breach.start()), words.duration(breach)));
        open.addClassName("row-link");
        open.getElement().setAttribute("router-link", true);
        ListItem line = new ListItem(open, words.state(breach));
        line.addClassName("sensor-breach");
        return line;
    }
}
