package org.relais.coldchain.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.Page;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Draws temperatures over time in the browser ({@code frontend/assets/chart.js}). The library that draws, uPlot, comes from its
 * WebJar, and like the script only with a page that has a chart.
 */
@Tag("relais-chart")
@StyleSheet(TemperatureChart.LIBRARY + "uPlot.min.css")
@StyleSheet("assets/chart.css")
class TemperatureChart extends Component implements HasStyle {

    static final String LIBRARY = "webjars/uplot/1.6.30/dist/";

    private static final String FROM = "event.detail.from";
    private static final String TO = "event.detail.to";
    private static final String MOVE = "event.detail";

    TemperatureChart() {
        setId("chart");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Page page = event.getUI().getPage();
        page.addJavaScript("context://" + LIBRARY + "uPlot.iife.min.js");
        page.addJavaScript("context://assets/chart.js");
    }

    void show(ChartPicture picture) {
        getElement().setProperty("picture", picture.json());
    }

    /** Tells the seconds since 1970 between which a person wants to see more. */
    void onZoom(BiConsumer<Double, Double> listener) {
        getElement()
                .addEventListener(
                        "zoom",
                        event -> listener.accept(
                                event.getEventData().path(FROM).asDouble(0),
                                event.getEventData().path(TO).asDouble(0)))
                .addEventData(FROM)
                .addEventData(TO);
    }

    /** Tells what a person does with a key: closer, wider, earlier, later, whole. */
    void onMove(Consumer<String> listener) {
        getElement()
                .addEventListener(
                        "move",
                        event -> listener.accept(event.getEventData().path(MOVE).asString("")))
                .addEventData(MOVE);
    }
}
