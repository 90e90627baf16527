package org.relais.coldchain.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.relais.coldchain.StockLine;

/** The stock that stands at a location. */
@StyleSheet("assets/standing.css")
class StockTable extends Div {

    private static final String[] COLUMNS = {"item", "batch", "expiry", "quantity"};

    private final H3 title = new H3();
    private final Paragraph empty = new Paragraph();
    private final NativeTable table = new NativeTable();
    private final Div scroller = new Div(table);

    /** @param id marks it */
    StockTable(String id) {
        setId(id);
        addClassNames("stock-table");
        empty.addClassName("soft");
        scroller.addClassName("table-scroller");
        scroller.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        add(title, empty, scroller);
    }

    void show(List<StockLine> lines, MonitoringWords words) {
        title.setText(words.text("stock.title"));
        empty.setText(words.text("stock.none"));
        empty.setVisible(lines.isEmpty());
        scroller.setVisible(!lines.isEmpty());
        scroller.getElement().setAttribute("aria-label", words.text("stock.title"));
        table.getHead().removeAllRows();
        NativeTableRow head = table.getHead().addRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(words.text("stock." + column));
            cell.getElement().setAttribute("scope", "col");
        }
        table.getBody().removeAllRows();
        lines.forEach(line -> row(line, words));
    }

    private void row(StockLine line, MonitoringWords words) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell item = row.addHeaderCell();
        item.setText(line.item().isEmpty() ? words.text("stock.item.unknown") : line.item());
        item.getElement().setAttribute("scope", "row");
        row.addDataCell().setText(line.batch().isEmpty() ? "–" : line.batch());
        row.addDataCell().setText(line.expiry() == null ? "–" : words.day(line.expiry()));
        row.addDataCell()
                .setText(
                        line.packSize() == null
                                ? words.text("stock.packs", words.number(line.packs()))
                                : words.text(
                                        "stock.packs.size", words.number(line.packs()), words.number(line.packSize())));
    }
}
