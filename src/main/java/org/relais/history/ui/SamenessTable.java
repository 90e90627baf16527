package org.relais.history.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import org.relais.language.Phrases;
import org.relais.record.Sameness;
import org.relais.record.TableSameness;

/** What a comparison found, table by table. */
@StyleSheet("assets/figures.css")
class SamenessTable extends NativeDetails {

    private static final String[] COLUMNS = {"table", "announced", "here", "aside", "stored", "digest"};

    private final NativeTable table = new NativeTable();

    SamenessTable() {
        setId("sameness-tables");
        addClassNames("more", "figures-table", "sameness-table");
        Div scroller = new Div(table);
        scroller.addClassName("table-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        setContent(scroller);
    }

    void show(Sameness found, Phrases phrases) {
        setSummaryText(phrases.text("sameness.tables"));
        table.setCaptionText(phrases.text("sameness.title"));
        table.getHead().removeAllRows();
        NativeTableRow head = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(phrases.text("sameness.column." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        table.getBody().removeAllRows();
        found.tables().forEach(each -> row(each, phrases));
    }

    private void row(TableSameness found, Phrases phrases) {
        NativeTableRow row = table.getBody().addRow();
        row.getElement()
                .setAttribute("data-table", found.table())
                .setAttribute("data-missing", Boolean.toString(found.missing() > 0));
        NativeTableHeaderCell name = row.addHeaderCell();
        name.setText(found.table());
        name.getElement().setAttribute("scope", "row");
        for (long figure : new long[] {found.announced(), found.here(), found.setAside(), found.stored()}) {
            row.addDataCell().setText(phrases.number(figure));
        }
        NativeTableCell digest = row.addDataCell();
        digest.addClassName("sameness-digest");
        digest.setText(found.digest());
    }
}
