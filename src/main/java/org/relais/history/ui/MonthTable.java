package org.relais.history.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import org.relais.language.Phrases;
import org.relais.run.DayOfRuns;

/** The figures of the chart as a table, the newest day first: for screen readers, and for everybody who wants to know exactly. */
@StyleSheet("assets/figures.css")
class MonthTable extends NativeDetails {

    private static final String[] COLUMNS = {
        "day", "runs", "succeeded", "partial", "failed", "sent", "received", "duration"
    };

    private final NativeTable table = new NativeTable();

    MonthTable() {
        setId("history-table");
        addClassNames("more", "figures-table");
        Div scroller = new Div(table);
        scroller.addClassName("table-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        setContent(scroller);
    }

    void show(Month month) {
        Phrases phrases = month.phrases();
        setSummaryText(phrases.text("history.month.table"));
        table.setCaptionText(phrases.text("history.month.title", Month.DAYS));
        table.getHead().removeAllRows();
        NativeTableRow head = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(phrases.text("history.table." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        table.getBody().removeAllRows();
        for (DayOfRuns day : month.days().reversed()) {
            row(day, month, phrases);
        }
    }

    private void row(DayOfRuns day, Month month, Phrases phrases) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell name = row.addHeaderCell();
        name.setText(month.day(day));
        name.getElement().setAttribute("scope", "row");
        for (long figure :
                new long[] {day.runs(), day.succeeded(), day.partial(), day.failed(), day.sent(), day.received()}) {
            row.addDataCell().setText(phrases.number(figure));
        }
        row.addDataCell().setText(month.took(day));
    }
}
