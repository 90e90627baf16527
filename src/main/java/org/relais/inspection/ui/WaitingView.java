package org.relais.inspection.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.catalogue.Action;
import org.relais.components.CardGrid;
import org.relais.components.Filter;
import org.relais.inspection.Destination;
import org.relais.inspection.Destinations;
import org.relais.inspection.RecordTitles;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.TitledPage;
import org.relais.record.Outbox;
import org.relais.record.WaitingChange;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;

/** What waits to be sent, and to whom it goes. */
@Route("records/waiting")
@RouteAlias("enregistrements/en-attente")
@RouteAlias("registros/en-espera")
@PermitAll
@StyleSheet("assets/lookback.css")
class WaitingView extends TitledPage {

    private final Outbox outbox;
    private final Destinations destinations;
    private final RecordTitles titles;
    private final FailureWords servers;
    private final ReasonWords reasons;
    private final Clock clock;

    private final Paragraph explanation = new Paragraph();
    private final Paragraph nobodyText = new Paragraph();
    private final NativeDetails nobody = new NativeDetails();
    private final Filter<String> tables = new Filter<>(() -> phrases().text("records.filter.table.all"), name -> name);
    private final Paragraph count = new Paragraph();
    private final CallbackDataProvider<WaitingChange, Void> rows = DataProvider.fromCallbacks(this::fetch, this::size);
    private final CardGrid<WaitingChange> list = new CardGrid<>("records-waiting", rows);
    private String table;
    private long pending = -1;

    WaitingView(
            Outbox outbox,
            Destinations destinations,
            RecordTitles titles,
            StatusFeed feed,
            FailureWords servers,
            ReasonWords reasons,
            PhraseBook phraseBook,
            Clock clock) {
        super(phraseBook, "records.waiting.title", "synchronisation", "history.back");
        this.outbox = outbox;
        this.destinations = destinations;
        this.titles = titles;
        this.servers = servers;
        this.reasons = reasons;
        this.clock = clock;
        addClassName("lookback-page");
        subtitle(explanation);
        tables.setId("waiting-table");
        tables.onFilter(chosen -> {
            table = chosen;
            refresh();
        });
        count.setId("waiting-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(tables, count);
        tools.addClassName("list-tools");
        nobody.setId("waiting-nobody");
        nobody.addClassName("more");
        nobody.setContent(nobodyText);
        add(tools, list, nobody);
        feed.follow(this, this::follow);
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("records.waiting.hint"));
        nobody.setSummaryText(phrases.text("records.waiting.nobody"));
        nobodyText.setText(phrases.text("records.waiting.nobody.hint"));
        tables.setAriaLabel(phrases.text("records.filter.table"));
        list.look(this::columns, phrases.text("records.waiting.title"), change -> {
            AsideList pieces = pieces();
            return AsideList.card(
                    name(change),
                    change(change, pieces),
                    destination(change, pieces),
                    pieces.since(change.entry().since()));
        });
        refresh();
    }

    private RecordName name(WaitingChange change) {
        return new RecordName(change.entry().key(), titles.of(change.entry().key()));
    }

    private AsideList pieces() {
        return new AsideList(phrases(), clock.instant(), reasons);
    }

    private void columns(Grid<WaitingChange> grid) {
        AsideList pieces = pieces();
        Phrases phrases = pieces.phrases();
        grid.addComponentColumn(change -> name(change))
                .setHeader(phrases.text("records.column.record"))
                .setFlexGrow(3);
        grid.addComponentColumn(change -> change(change, pieces))
                .setHeader(phrases.text("records.column.change"))
                .setFlexGrow(1);
        grid.addComponentColumn(change -> destination(change, pieces))
                .setHeader(phrases.text("records.column.destination"))
                .setFlexGrow(3);
        grid.addComponentColumn(change -> pieces.since(change.entry().since()))
                .setHeader(phrases.text("records.column.changed"))
                .setFlexGrow(2);
    }

    private static Span change(WaitingChange change, AsideList pieces) {
        boolean deleted = change.entry().action() == Action.DELETE;
        return new Span(pieces.phrases().text(deleted ? "records.waiting.deleted" : "records.waiting.changed"));
    }

    private Div destination(WaitingChange change, AsideList pieces) {
        Div cell = new Div(new Span(words(destinations.of(change), pieces.phrases())));
        cell.addClassName("record-why");
        if (change.entry().problem() != null) {
            Span text = new Span(
                    reasons.text(change.entry().problem(), pieces.phrases().locale()));
            text.addClassName("soft");
            cell.add(text);
        }
        return cell;
    }

    private String words(Destination destination, Phrases phrases) {
        return switch (destination) {
            case Destination.Servers to ->
                to.servers().stream()
                        .sorted()
                        .map(server -> servers.server(server, phrases.locale()))
                        .collect(Collectors.joining(", "));
            case Destination.Sent sent -> phrases.text("records.destination.sent");
            case Destination.Nobody nothing -> phrases.text("records.destination.nobody");
            case Destination.Unknown unknown -> phrases.text("records.destination.unknown");
        };
    }

    private void follow(SyncStatus status) {
        boolean changed = pending >= 0 && pending != status.pending();
        pending = status.pending();
        if (changed) {
            refresh();
        }
    }

    private void refresh() {
        Phrases phrases = phrases();
        Map<String, Long> counts = outbox.waitingTables();
        tables.narrowTo(List.copyOf(counts.keySet()), table);
        tables.setVisible(!counts.isEmpty());
        nobody.setVisible(!counts.isEmpty());
        long waiting = counted(counts);
        count.setText(phrases.text("records.count", waiting));
        list.size(waiting, phrases.text(table == null ? "records.waiting.empty" : "records.waiting.not-found"));
        rows.refreshAll();
    }

    private long counted(Map<String, Long> counts) {
        return table == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(table, 0L);
    }

    private Stream<WaitingChange> fetch(Query<WaitingChange, Void> page) {
        return outbox.waiting(table, page.getOffset(), page.getLimit()).stream();
    }

    private int size(Query<WaitingChange, Void> page) {
        return Math.toIntExact(counted(outbox.waitingTables()));
    }
}
