package org.relais.coldchain.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachQuery;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.Readings;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.TrendPoint;

/** What several sensors measured on one axis of time, and the same as a table. */
class ChartPart extends MonitoringPart {

    private static final int COLUMNS = 800;
    private static final int FEWEST_COLUMNS = 240;
    private static final int MOST_COLUMNS = 1400;
    private static final int MOST_BREACHES = 200;

    private final Readings readings;
    private final Breaches breaches;
    private final Map<Period, Anchor> periods = new EnumMap<>(Period.class);
    private final Paragraph range = new Paragraph();
    private final TemperatureChart chart = new TemperatureChart();
    private final ChartTable table = new ChartTable();
    private final Paragraph empty = new Paragraph();
    private final NativeButton earlier = button("chart-earlier", window -> window.moved(-1));
    private final NativeButton later = button("chart-later", window -> window.moved(1));
    private final NativeButton closer = button("chart-closer", ChartWindow::closer);
    private final NativeButton wider = button("chart-wider", ChartWindow::wider);
    private final NativeButton whole = button("chart-whole", window -> null);
    private ChartWindow zoomed;
    private Scene scene;
    private int columns = COLUMNS;

    ChartPart(Readings readings, Breaches breaches) {
        this.readings = readings;
        this.breaches = breaches;
        addClassName("chart-part");
        Div tools = new Div();
        tools.addClassNames("chart-tools");
        for (Period period : Period.values()) {
            Anchor entry = new Anchor();
            entry.setId("period-" + period.key());
            entry.addClassName("link-button");
            entry.getElement().setAttribute("router-link", true);
            periods.put(period, entry);
            tools.add(entry);
        }
        Div zoom = new Div(earlier, closer, wider, later, whole);
        zoom.addClassName("chart-zoom");
        range.setId("chart-range");
        range.addClassName("soft");
        range.getElement().setAttribute("role", "status");
        tools.add(zoom);
        empty.setId("chart-empty");
        empty.addClassName("card-grid-empty");
        Div panel = new Div(range, chart, empty);
        panel.addClassNames("panel", "chart-panel");
        add(tools, panel, table);
        chart.onZoom((first, last) -> look(window().drawn(first, last)));
        chart.onMove(move -> look(
                switch (move) {
                    case "closer" -> window().closer();
                    case "wider" -> window().wider();
                    case "earlier" -> window().moved(-1);
                    case "later" -> window().moved(1);
                    default -> null;
                }));
    }

    private NativeButton button(String id, UnaryOperator<ChartWindow> move) {
        NativeButton button = new NativeButton();
        button.setId(id);
        button.addClassName("quiet-button");
        button.getElement().setAttribute("type", "button");
        button.addClickListener(click -> look(move.apply(window())));
        return button;
    }

    private ChartWindow window() {
        return zoomed == null ? ChartWindow.of(scene) : zoomed;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ExtendedClientDetails browser = event.getUI().getPage().getExtendedClientDetails();
        if (browser != null && browser.getWindowInnerWidth() > 0) {
            columns = Math.clamp(browser.getWindowInnerWidth(), FEWEST_COLUMNS, MOST_COLUMNS);
        }
    }

    @Override
    void show(Scene now) {
        zoomed = null;
        scene = now;
        draw();
    }

    /** What a person has zoomed into stays. */
    @Override
    void renew(Scene now) {
        scene = now;
        draw();
    }

    private void look(ChartWindow other) {
        zoomed = other;
        draw();
    }

    private void draw() {
        MonitoringWords words = scene.words();
        MonitoringFilter filter = scene.filter();
        periods.forEach((period, entry) -> {
            entry.setText(words.text("chart.period." + period.key()));
            entry.setHref(filter.with(period).address());
            boolean shown = filter.from() == null && filter.to() == null && filter.period() == period;
            if (shown) {
                entry.getElement().setAttribute("aria-current", "true");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        });
        name(earlier, "←", "chart.earlier");
        name(later, "→", "chart.later");
        name(closer, "+", "chart.closer");
        name(wider, "−", "chart.wider");
        whole.setText(words.text("chart.whole"));
        whole.setVisible(zoomed != null);
        ChartWindow window = window();
        range.setText(words.text("chart.range", words.moment(window.from()), words.moment(window.to())));
        List<Sensor> drawn = drawn();
        Collection<String> ids = drawn.stream().map(Sensor::id).toList();
        int rows = filter.from() == null && zoomed == null ? filter.period().rows() : Period.DAY.rows();
        int stretches = ChartWindow.stretches(columns, rows);
        Map<String, List<TrendPoint>> trend = readings.trend(ids, window.from(), window.to(), stretches);
        boolean any = !trend.isEmpty();
        empty.setText(words.text("chart.none"));
        empty.setVisible(!any);
        chart.setVisible(any);
        table.setVisible(any);
        if (any) {
            List<Sensor> measured = drawn.stream()
                    .filter(sensor -> trend.containsKey(sensor.id()))
                    .toList();
            ChartPicture picture =
                    new ChartPicture(scene, window, measured, trend, breaches(window, measured), stretches);
            chart.show(picture);
            table.show(picture, rows);
        }
    }

    private void name(NativeButton button, String sign, String key) {
        button.setText(sign);
        button.setAriaLabel(scene.phrases().text(key));
        button.setTitle(scene.phrases().text(key));
    }

    /** Those of the filter; of a location those that stand there. */
    private List<Sensor> drawn() {
        MonitoringFilter filter = scene.filter();
        return scene.sensors().stream()
                .filter(sensor -> filter.sensors().isEmpty() || filter.sensors().contains(sensor.id()))
                .filter(sensor -> filter.location() == null || filter.location().equals(sensor.locationId()))
                .toList();
    }

    private List<Breach> breaches(ChartWindow window, List<Sensor> measured) {
        Stream<String> ids = measured.stream().map(Sensor::id);
        return breaches.list(
                new BreachQuery(
                        scene.storeId(), Set.copyOf(ids.toList()), null, Set.of(), window.from(), window.to(), false),
                0,
                MOST_BREACHES);
    }
}
