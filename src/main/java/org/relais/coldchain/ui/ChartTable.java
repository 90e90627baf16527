package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relais.coldchain.TrendPoint;

/** The chart as a table: the lowest and the highest temperature of each sensor in equal parts of the time. */
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

    /** @param rows by how many the picture's columns can be divided */
    void show(ChartPicture picture, int rows) {
        MonitoringWords words = picture.scene().words();
        setSummaryText(words.text("chart.table"));
        table.setCaptionText(words.text("chart.table.caption"));
        scroller.getElement().setAttribute("aria-label", words.text("chart.table"));
        table.getHead().removeAllRows();
        NativeTableRow head = table.getHead().addRow();
        heading(head, words.text("log.column.time"), "col");
        picture.sensors().forEach(sensor -> heading(head, sensor.name(), "col"));
        table.getBody().removeAllRows();
        List<TrendPoint[]> all = picture.sensors().stream()
                .map(sensor -> parts(picture.window(), picture.trend().get(sensor.id()), rows))
                .toList();
        for (int row = 0; row < rows; row++) {
            NativeTableRow line = table.getBody().addRow();
            heading(line, words.moment(begin(picture.window(), row, rows)), "row");
            for (TrendPoint[] parts : all) {
                line.addDataCell().setText(parts[row] == null ? words.text("chart.nothing") : text(parts[row], words));
            }
        }
    }

    private static Instant begin(ChartWindow window, int row, int rows) {
        return window.from().plusSeconds(window.length().toSeconds() * row / rows);
    }

    /** What was measured in each part; null where nothing was. */
    private static TrendPoint[] parts(ChartWindow window, List<TrendPoint> trend, int rows) {
        TrendPoint[] parts = new TrendPoint[rows];
        long length = Math.max(1, window.length().toSeconds());
        for (TrendPoint point : trend) {
            long since = Duration.between(window.from(), point.at()).toSeconds();
            int row = (int) Math.min(since * rows / length, rows - 1L);
            TrendPoint known = parts[row];
            parts[row] = known == null
                    ? point
                    : new TrendPoint(
                            known.at(),
                            Math.min(known.minimum(), point.minimum()),
                            Math.max(known.maximum(), point.maximum()));
        }
        return parts;
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
                : words.text("chart.from-to", words.measured(lowest), words.measured(highest));
    }

    private static BigDecimal rounded(double temperature) {
        return BigDecimal.valueOf(temperature).setScale(1, RoundingMode.HALF_UP);
    }
}
