package org.relais.coldchain.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.stream.Stream;
import org.relais.coldchain.Quarantine;
import org.relais.coldchain.QuarantinedRow;
import org.relais.components.CardGrid;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.relais.vocabulary.Texts;

/** What phones sent and no record can be made of: when, from which phone, why, and the text as it came. */
@Route(QuarantineView.PATH)
@RouteAlias("chaine-du-froid/quarantaine")
@RouteAlias("cadena-de-frio/cuarentena")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/month.css")
@StyleSheet("assets/monitoring.css")
class QuarantineView extends TitledPage {

    static final String PATH = "cold-chain/quarantine";

    private static final int LONGEST_TEXT = 4000;

    private final Quarantine quarantine;
    private final Desk desk;
    private final CurrentStore currentStore;
    private final Paragraph explanation = new Paragraph();
    private final Notice closed = new Notice("quarantine-closed", Glyph.INFO, "calm");
    private final CallbackDataProvider<QuarantinedRow, Void> rows =
            new CallbackDataProvider<>(this::fetch, this::size, QuarantinedRow::number);
    private final CardGrid<QuarantinedRow> list = new CardGrid<>("quarantine", rows);

    QuarantineView(
            Quarantine quarantine, Desk desk, CurrentStore currentStore, ColdChainFeed feed, PhraseBook phraseBook) {
        super(phraseBook, "quarantine.title", MonitoringFilter.PATH, "quarantine.back");
        this.quarantine = quarantine;
        this.desk = desk;
        this.currentStore = currentStore;
        addClassNames("lookback-page", "quarantine-page");
        subtitle(explanation);
        add(closed, list);
        feed.follow(this, this::say);
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("quarantine.hint"));
        String store = store();
        closed.setVisible(false);
        list.setVisible(store != null);
        if (store == null) {
            closed.show(phrases.text("monitoring.closed"), phrases.text("monitoring.closed.hint"));
            return;
        }
        list.look(this::columns, phrases.text("quarantine.title"), this::card);
        list.size(quarantine.count(store), phrases.text("quarantine.none"));
        rows.refreshAll();
    }

    /** The store that the person works in, if they may see its temperatures; else null. */
    private String store() {
        return currentStore.find().map(Store::id).filter(desk::mayView).orElse(null);
    }

    private MonitoringWords words() {
        return new MonitoringWords(phrases(), desk.now());
    }

    private void columns(Grid<QuarantinedRow> grid) {
        MonitoringWords words = words();
        grid.addComponentColumn(this::when)
                .setHeader(words.text("quarantine.column.when"))
                .setFlexGrow(2);
        grid.addColumn(QuarantinedRow::sender)
                .setHeader(words.text("quarantine.column.phone"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::why)
                .setHeader(words.text("quarantine.column.why"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::text)
                .setHeader(words.text("quarantine.column.text"))
                .setFlexGrow(3);
    }

    private Div when(QuarantinedRow row) {
        MonitoringWords words = words();
        Div when = new Div(new Span(words.moment(row.lastAt())));
        if (row.times() > 1) {
            Span times = new Span(words.text("quarantine.times", row.times(), words.moment(row.firstAt())));
            times.addClassName("soft");
            when.add(times);
        }
        when.addClassName("breach-card");
        return when;
    }

    private Div why(QuarantinedRow row) {
        MonitoringWords words = words();
        String kind = words.text("quarantine.kind." + word(row.kind().name()));
        String defect = "quarantine.defect." + word(row.defect().name());
        Span reason = new Span(
                row.field() == null
                        ? words.text(defect)
                        : words.text("quarantine.of-field", words.text(defect), row.field()));
        Div why = new Div(new Span(kind), reason);
        if (row.detail() != null) {
            Span detail = new Span(row.detail());
            detail.addClassName("soft");
            why.add(detail);
        }
        why.addClassName("breach-card");
        return why;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private NativeDetails text(QuarantinedRow row) {
        Pre text = new Pre(Texts.excerpt(row.text(), LONGEST_TEXT));
        text.addClassName("record-json");
        NativeDetails details = new NativeDetails(words().text("quarantine.text"), text);
        details.addClassName("more");
        return details;
    }

    private Div card(QuarantinedRow row) {
        Span phone = new Span(row.sender());
        Div card = new Div(when(row), phone, why(row), text(row));
        card.addClassName("breach-card");
        return card;
    }

    private Stream<QuarantinedRow> fetch(Query<QuarantinedRow, Void> page) {
        String store = store();
        return store == null ? Stream.empty() : quarantine.list(store, page.getOffset(), page.getLimit()).stream();
    }

    private int size(Query<QuarantinedRow, Void> page) {
        String store = store();
        return store == null ? 0 : quarantine.count(store);
    }
}
