package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.TrendPoint;

/** The chart as a table: the lowest and the highest temperature of each sensor in equal stretches of time. */
class ChartTable extends NativeDetails {

    private final NativeTable table = new NativeTable();
    private final Div scroller = new Div(table);

    ChartTable() {
        setId("chart-table");
        addClassNames("panel", "more", "month-table");
        table.setId("chart-data");
        scroller.addClassName("table-scroller");
        scroller.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        setContent(scroller);
    }

    void show(Scene scene, ChartWindow window, List<Sensor> sensors, Map<String, List<TrendPoint>> trend, int rows) {
        MonitoringWords words = scene.words();
        setSummaryText(words.text("chart.table"));
        table.setCaptionText(words.text("chart.table.caption"));
        scroller.getElement().setAttribute("aria-label", words.text("chart.table"));
        table.getHead().removeAllRows();
        NativeTableRow head = table.getHead().addRow();
        heading(head, words.text("log.column.time"), "col");
        sensors.forEach(sensor -> heading(head, sensor.name(), "col"));
        table.getBody().removeAllRows();
        long seconds = Math.max(1, window.length().toSeconds() / rows);
        for (int row = 0; row < rows; row++) {
            Instant at = window.from().plusSeconds(row * seconds);
            NativeTableRow line = table.getBody().addRow();
            heading(line, words.moment(at), "row");
            for (Sensor sensor : sensors) {
                line.addDataCell()
                        .setText(trend.getOrDefault(sensor.id(), List.of()).stream()
                                .filter(point -> point.at().equals(at))
                                .findFirst()
                                .map(point -> text(point, words))
                                .orElseGet(() -> words.text("chart.nothing")));
            }
        }
    }

    private static void heading(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
    }

    private static String text(TrendPoint point, MonitoringWords words) {
        BigDecimal lowest = rounded(point.minimum());
        BigDecimal highest = rounded(point.maximum());
        return lowest.compareTo(highest) == 0
                ? words.degrees(lowest)
                : words.text("chart.from-to", words.number(lowest), words.number(highest));
    }

    private static BigDecimal rounded(double temperature) {
        return BigDecimal.valueOf(temperature).setScale(1, RoundingMode.HALF_UP);
    }
}
