package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.relais.coldchain.ReportDay;
import org.relais.coldchain.TemperatureReport;

/** The days of a report, one line each. */
class ReportTable extends NativeTable {

    private static final List<String> COLUMNS =
            List.of("day", "minimum", "maximum", "mean", "outside", "missing", "alarms");

    private static final String NOTHING = "–";

    ReportTable() {
        setId("report-days");
        addClassName("report-days");
    }

    void show(TemperatureReport report, Scene scene) {
        MonitoringWords words = scene.words();
        removeAll();
        setCaptionText(words.text("report.caption"));
        NativeTableRow names = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell name = new NativeTableHeaderCell(words.text("report.column." + column));
            name.getElement().setAttribute("scope", "col");
            names.add(name);
        }
        NativeTableHeader head = new NativeTableHeader(names);
        NativeTableBody body = new NativeTableBody();
        report.days().forEach(day -> body.add(row(day, scene)));
        add(head, body);
    }

    private static NativeTableRow row(ReportDay day, Scene scene) {
        MonitoringWords words = scene.words();
        NativeTableHeaderCell when = new NativeTableHeaderCell(scene.phrases().day(day.day()));
        when.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(when);
        row.getElement().setAttribute("data-day", day.day().toString());
        row.getElement().setAttribute("data-alarm", day.alarming());
        List<String> values = List.of(
                degrees(day.minimum(), words),
                degrees(day.maximum(), words),
                degrees(day.mean(), words),
                time(day.above().plus(day.below()), scene),
                time(day.missing(), scene),
                alarms(day, words));
        for (int value = 0; value < values.size(); value++) {
            row.add(cell(words.text("report.column." + COLUMNS.get(value + 1)), values.get(value)));
        }
        return row;
    }

    /** Where there is no room for columns, each value stands below the next, with its column's name before it. */
    private static NativeTableCell cell(String column, String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-column", column);
        return cell;
    }

    private static String degrees(Double degrees, MonitoringWords words) {
        return degrees == null ? NOTHING : words.measured(Math.round(degrees * 10) / 10.0);
    }

    private static String time(Duration time, Scene scene) {
        Duration whole = Duration.ofMinutes(time.toMinutes());
        return whole.isZero() ? NOTHING : scene.phrases().duration(whole);
    }

    private static String alarms(ReportDay day, MonitoringWords words) {
        List<String> alarms = new ArrayList<>();
        if (day.hotAlarm()) {
            alarms.add(words.text("report.alarm.hot"));
        }
        if (day.coldAlarm()) {
            alarms.add(words.text("report.alarm.cold"));
        }
        if (day.breaches() > 0) {
            alarms.add(words.text("report.alarm.breaches", day.breaches()));
        }
        return alarms.isEmpty() ? NOTHING : String.join(", ", alarms);
    }
}
