package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
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
import org.relais.catalogue.RecordKey;
import org.relais.components.CardGrid;
import org.relais.components.Filter;
import org.relais.inspection.RecordTitles;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.RecordWords;
import org.relais.language.TitledPage;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.Outbox;
import org.relais.record.OutboxEntry;
import org.relais.record.RecordStore;
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
    private final RecordStore store;
    private final RecordTitles titles;
    private final CurrentUser currentUser;
    private final FailureWords servers;
    private final ReasonWords reasons;
    private final RecordWords records;
    private final Clock clock;

    private final Paragraph explanation = new Paragraph();
    private final Anchor trace = new Anchor(TraceView.PATH);
    private final StayingPanel staying = new StayingPanel();
    private final Filter<String> tables =
            new Filter<>(() -> phrases().text("records.filter.table.all"), name -> pieces().type(name));
    private final Paragraph count = new Paragraph();
    private final CallbackDataProvider<WaitingChange, Void> rows = DataProvider.fromCallbacks(this::fetch, this::size);
    private final CardGrid<WaitingChange> list = new CardGrid<>("records-waiting", rows);
    private String table;
    private SyncStatus.Outgoing outgoing;

    WaitingView(
            Outbox outbox,
            RecordStore store,
            RecordTitles titles,
            CurrentUser currentUser,
            StatusFeed feed,
            FailureWords servers,
            ReasonWords reasons,
            RecordWords records,
            PhraseBook phraseBook,
            Clock clock) {
        super(phraseBook, "records.waiting.title", "synchronisation", "history.back");
        this.outbox = outbox;
        this.store = store;
        this.titles = titles;
        this.currentUser = currentUser;
        this.servers = servers;
        this.reasons = reasons;
        this.records = records;
        this.clock = clock;
        addClassName("lookback-page");
        subtitle(explanation);
        trace.addClassName("link-button");
        trace.getElement().setAttribute("router-link", true);
        trace.setVisible(currentUser.may(Permission.ADMINISTER_SERVER));
        actions(trace);
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
        add(tools, list, staying);
        feed.follow(this, this::follow);
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("records.waiting.hint"));
        trace.setText(phrases.text("trace.title"));
        tables.setAriaLabel(phrases.text("records.filter.table"));
        list.look(this::columns, phrases.text("records.waiting.title"), change -> {
            AsideList pieces = pieces();
            return AsideList.card(
                    name(change),
                    pieces.change(ChangeKind.of(change.entry())),
                    destination(change, pieces),
                    pieces.since(change.entry().since()),
                    details(change));
        });
        refresh();
    }

    private RecordName name(WaitingChange change) {
        RecordKey key = change.entry().key();
        return new RecordName(key, titles.of(key, phrases()), pieces());
    }

    private Button details(WaitingChange change) {
        RecordKey key = change.entry().key();
        return pieces().details(key, titles.of(key, phrases()), () -> open(change));
    }

    private AsideList pieces() {
        return new AsideList(phrases(), clock.instant(), reasons, records);
    }

    private void columns(Grid<WaitingChange> grid) {
        AsideList pieces = pieces();
        Phrases phrases = pieces.phrases();
        grid.addComponentColumn(this::name)
                .setHeader(phrases.text("records.column.record"))
                .setFlexGrow(3);
        grid.addComponentColumn(change -> pieces.change(ChangeKind.of(change.entry())))
                .setHeader(phrases.text("records.column.change"))
                .setFlexGrow(1);
        grid.addComponentColumn(change -> destination(change, pieces))
                .setHeader(phrases.text("records.column.destination"))
                .setFlexGrow(3);
        grid.addComponentColumn(change -> pieces.since(change.entry().since()))
                .setHeader(phrases.text("records.column.changed"))
                .setFlexGrow(2);
        AsideList.end(grid.addComponentColumn(this::details).setHeader(phrases.text("records.column.more")));
    }

    private Div destination(WaitingChange change, AsideList pieces) {
        Div cell = new Div(new Span(servers(change, pieces.phrases())));
        cell.addClassName("record-why");
        if (change.entry().problem() != null) {
            Span text = new Span(
                    reasons.text(change.entry().problem(), pieces.phrases().locale()));
            text.addClassName("soft");
            cell.add(text);
        }
        return cell;
    }

    private String servers(WaitingChange change, Phrases phrases) {
        return change.servers().stream()
                .sorted()
                .map(server -> servers.server(server, phrases.locale()))
                .collect(Collectors.joining(", "));
    }

    private void open(WaitingChange change) {
        AsideList pieces = pieces();
        Phrases phrases = pieces.phrases();
        OutboxEntry entry = change.entry();
        RecordDialog dialog = new RecordDialog(entry.key(), pieces);
        dialog.fact("records.column.change", phrases.text(ChangeKind.of(entry).key()));
        dialog.fact("records.column.changed", phrases.moment(entry.since(), pieces.now()));
        dialog.fact("records.column.destination", servers(change, phrases));
        if (entry.problem() != null) {
            dialog.fact("records.column.why", reasons.text(entry.problem(), phrases.locale()));
        }
        if (currentUser.may(Permission.ADMINISTER_SERVER)) {
            dialog.trace(entry.key());
            store.json(entry.key()).ifPresent(json -> dialog.record("records.dialog.json.kept", json));
        }
        dialog.open();
    }

    private void follow(SyncStatus status) {
        SyncStatus.Outgoing now = status.outgoing();
        if (outgoing != null && !outgoing.equals(now)) {
            refresh();
        }
        outgoing = now;
    }

    private void refresh() {
        Phrases phrases = phrases();
        staying.show(outbox.stayingCount(), outbox.staying(StayingPanel.MOST), titles, pieces());
        Map<String, Long> counts = outbox.waitingTables();
        tables.narrowTo(List.copyOf(counts.keySet()), table);
        tables.setVisible(!counts.isEmpty());
        long waiting = counted(counts);
        count.setText(phrases.text("records.count", waiting));
        count.setVisible(waiting > 0);
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
