package org.relais.coldchain.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.Reports;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.TemperatureReport;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;

/**
 * Thirty days of a sensor on one sheet of paper, for whoever signs for them. Which sensor and up to which day stand in the address; a day
 * is the site's, so that everybody signs the same sheet.
 */
@Route("cold-chain/report/:sensor")
@RouteAlias("chaine-du-froid/rapport/:sensor")
@RouteAlias("cadena-de-frio/informe/:sensor")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/report.css")
class ReportView extends TitledPage implements BeforeEnterObserver {

    private static final String LAST_DAY = "to";

    private final ColdChain coldChain;
    private final Reports reports;
    private final Desk desk;
    private final Notice missing = new Notice("report-missing", Glyph.INFO, "calm");
    private final DescriptionList facts = new DescriptionList();
    private final ReportTable table = new ReportTable();
    private final Paragraph rules = new Paragraph();
    private final Div signatures = new Div();
    private final Div sheet = new Div(facts, table, rules, signatures);
    private final NativeButton print = new NativeButton();
    private final Anchor earlier = new Anchor();
    private final Anchor later = new Anchor();
    private String id = "";
    private Optional<LocalDate> last = Optional.empty();
    private Optional<WatchedSensor> watched = Optional.empty();

    ReportView(ColdChain coldChain, Reports reports, Desk desk, PhraseBook phraseBook) {
        super(phraseBook, "report.title", MonitoringFilter.PATH, "report.back");
        this.coldChain = coldChain;
        this.reports = reports;
        this.desk = desk;
        addClassNames("lookback-page", "report-page");
        facts.addClassName("record-facts");
        rules.addClassNames("soft", "report-rules");
        signatures.addClassName("report-signatures");
        sheet.addClassNames("panel", "lookback-panel", "report-sheet");
        print.setId("report-print");
        print.addClassName("quiet-button");
        print.getElement().setAttribute("type", "button");
        print.addClickListener(click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        earlier.setId("report-earlier");
        later.setId("report-later");
        for (Anchor way : new Anchor[] {earlier, later}) {
            way.addClassName("link-button");
            way.getElement().setAttribute("router-link", true);
        }
        actions(earlier, later, print);
        add(missing, sheet);
    }

    static String address(String sensorId) {
        return "cold-chain/report/" + sensorId;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("sensor").orElse("");
        last = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LAST_DAY)
                .flatMap(ReportView::day);
        watched = coldChain
                .find(id)
                .filter(found -> found.sensor().storeId() != null
                        && desk.mayView(found.sensor().storeId()));
        say();
    }

    /** An address that somebody mistyped leads to today. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    @Override
    protected void translate(Phrases readers) {
        Phrases phrases = readers.atSite();
        boolean there = watched.isPresent();
        sheet.setVisible(there);
        print.setVisible(there);
        earlier.setVisible(there);
        later.setVisible(false);
        missing.setVisible(false);
        if (!there) {
            missing.show(phrases.text("sensor.missing.text"), null);
            return;
        }
        Scene scene = desk.scene(watched.get().sensor().storeId(), MonitoringFilter.all(), phrases);
        LocalDate today = LocalDate.ofInstant(desk.now(), phrases.zone());
        reports.of(id, last.filter(day -> !day.isAfter(today)).orElse(today), phrases.zone())
                .ifPresent(report -> show(report, scene, today));
    }

    private void show(TemperatureReport report, Scene scene, LocalDate today) {
        MonitoringWords words = scene.words();
        Sensor sensor = report.sensor();
        LocalDate from = report.days().getFirst().day();
        LocalDate to = report.days().getLast().day();
        facts.removeAll();
        fact("report.sensor", sensor.name(), words);
        fact("sensor.serial", sensor.address(), words);
        fact("report.place", scene.place(sensor.locationId()), words);
        fact(
                "report.period",
                words.text(
                        "report.days",
                        words.day(from),
                        words.day(to),
                        scene.phrases().zone().getId()),
                words);
        fact(
                "report.range",
                words.text("report.from-to", words.number(report.lowest()), words.number(report.highest())),
                words);
        fact("report.outside", scene.phrases().duration(report.outside()), words);
        fact("report.missing", scene.phrases().duration(report.missing()), words);
        fact("report.alarms", words.text("report.alarm-days", report.alarms()), words);
        table.show(report, scene);
        rules.setText(words.text("report.rules"));
        signatures.removeAll();
        signatures.add(line(words.text("report.signature.keeper")), line(words.text("report.signature.supervisor")));
        print.setText(words.text("breach.print"));
        way(earlier, words.text("report.earlier"), from.minusDays(1));
        boolean isToday = !to.isBefore(today);
        later.setVisible(!isToday);
        LocalDate next = to.plusDays(Reports.DAYS);
        way(later, words.text("report.later"), next.isAfter(today) ? today : next);
    }

    private void way(Anchor way, String words, LocalDate to) {
        way.setText(words);
        way.setHref(address(id) + "?" + LAST_DAY + "=" + to);
    }

    private void fact(String key, String value, MonitoringWords words) {
        facts.add(new DescriptionList.Term(words.text(key)), new DescriptionList.Description(value));
    }

    private static Div line(String whose) {
        Div line = new Div(new Span(whose));
        line.addClassName("report-signature");
        return line;
    }
}
