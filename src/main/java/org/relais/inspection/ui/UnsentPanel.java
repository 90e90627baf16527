package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.relais.components.CardGrid;
import org.relais.inspection.RecordTitles;
import org.relais.language.Phrases;
import org.relais.record.Outbox;
import org.relais.record.OutboxEntry;
import org.relais.record.RecordStore;

/** Changes made here that could not be sent, each with its reason. */
class UnsentPanel extends Section {

    private final Outbox outbox;
    private final RecordStore store;
    private final RecordTitles titles;
    private final BooleanSupplier administrator;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final CallbackDataProvider<OutboxEntry, Void> rows = DataProvider.fromCallbacks(this::fetch, this::size);
    private final CardGrid<OutboxEntry> list = new CardGrid<>("records-unsent", rows);
    private AsideList pieces;

    UnsentPanel(Outbox outbox, RecordStore store, RecordTitles titles, BooleanSupplier administrator) {
        this.outbox = outbox;
        this.store = store;
        this.titles = titles;
        this.administrator = administrator;
        addClassName("lookback-section");
        explanation.addClassName("soft");
        add(title, explanation, list);
    }

    void show(AsideList now) {
        pieces = now;
        Phrases phrases = now.phrases();
        long failures = outbox.failureCount();
        title.setText(phrases.text("records.unsent"));
        explanation.setText(phrases.text("records.unsent.hint"));
        explanation.setVisible(failures > 0);
        list.look(
                this::columns,
                phrases.text("records.unsent"),
                entry -> AsideList.card(
                        name(entry), pieces.why(entry.problem(), false), pieces.since(entry.since()), details(entry)));
        list.size(failures, phrases.text("records.unsent.empty"));
        rows.refreshAll();
    }

    private void columns(Grid<OutboxEntry> grid) {
        Phrases phrases = pieces.phrases();
        grid.addComponentColumn(this::name)
                .setHeader(phrases.text("records.column.record"))
                .setFlexGrow(3);
        grid.addComponentColumn(entry -> pieces.why(entry.problem(), false))
                .setHeader(phrases.text("records.column.why"))
                .setFlexGrow(4);
        grid.addComponentColumn(entry -> pieces.since(entry.since()))
                .setHeader(phrases.text("records.column.changed"))
                .setFlexGrow(2);
        AsideList.end(grid.addComponentColumn(this::details).setHeader(phrases.text("records.column.more")));
    }

    private RecordName name(OutboxEntry entry) {
        return new RecordName(
                entry.key(), titles.of(entry.key(), pieces.phrases()), pieces, pieces.change(ChangeKind.of(entry)));
    }

    private Button details(OutboxEntry entry) {
        return pieces.details(entry.key(), titles.of(entry.key(), pieces.phrases()), () -> open(entry));
    }

    private Stream<OutboxEntry> fetch(Query<OutboxEntry, Void> page) {
        return outbox.failures(page.getOffset(), page.getLimit()).stream();
    }

    private int size(Query<OutboxEntry, Void> page) {
        return Math.toIntExact(outbox.failureCount());
    }

    private void open(OutboxEntry entry) {
        Phrases phrases = pieces.phrases();
        RecordDialog dialog = new RecordDialog(entry.key(), pieces);
        dialog.fact("records.column.changed", phrases.moment(entry.since(), pieces.now()));
        dialog.fact("records.column.why", pieces.words().text(entry.problem(), phrases.locale()));
        boolean mayRead = administrator.getAsBoolean();
        if (mayRead && entry.problem().detail() != null) {
            dialog.fact("records.column.detail", entry.problem().detail());
        }
        dialog.sentence("record-advice", phrases.text("records.unsent.hint"));
        if (mayRead) {
            dialog.trace(entry.key());
            store.json(entry.key()).ifPresent(json -> dialog.record("records.dialog.json.kept", json));
        }
        dialog.open();
    }
}
