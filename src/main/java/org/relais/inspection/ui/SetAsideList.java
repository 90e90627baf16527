package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.relais.components.CardGrid;
import org.relais.components.Filter;
import org.relais.inspection.RecordTitles;
import org.relais.language.Phrases;
import org.relais.record.ReasonKind;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.relais.record.SetAsideCount;
import org.relais.record.SetAsideFilter;

/** Records that came in and could not be integrated, each with its reason; searched, and narrowed by table and kind of reason. */
class SetAsideList extends Section {

    private static final int LONGEST_SEARCH = 100;

    private final RecordStore store;
    private final RecordTitles titles;
    private final RecordInquiry inquiry;
    private final Supplier<AsideList> pieces;
    private final LongConsumer found;
    private final H2 title = new H2();
    private final TextField search = new TextField();
    private final Filter<String> tables =
            new Filter<>(() -> getTranslation("records.filter.table.all"), table -> pieces().type(table));
    private final Filter<ReasonKind> kinds =
            new Filter<>(() -> getTranslation("records.filter.kind.all"), kind -> pieces().words()
                    .title(kind, getLocale()));
    private final Paragraph count = new Paragraph();
    private final CallbackDataProvider<SetAside, Void> rows =
            new CallbackDataProvider<>(this::fetch, this::size, SetAside::number);
    private final CardGrid<SetAside> list = new CardGrid<>("records-failed", rows);
    private volatile SetAsideFilter filter = SetAsideFilter.ALL;

    /**
     * A list of what the store set aside.
     *
     * @param inquiry tells more about one of them
     * @param pieces the words of the moment
     * @param found is told how many the list shows
     */
    SetAsideList(
            RecordStore store,
            RecordTitles titles,
            RecordInquiry inquiry,
            Supplier<AsideList> pieces,
            LongConsumer found) {
        this.store = store;
        this.titles = titles;
        this.inquiry = inquiry;
        this.pieces = pieces;
        this.found = found;
        addClassName("lookback-section");
        add(tools(), list);
    }

    private Div tools() {
        search.setId("records-search");
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> narrow(filter.table(), filter.kind(), change.getValue()));
        tables.setId("records-table");
        tables.onFilter(chosen -> narrow(chosen, filter.kind(), filter.text()));
        kinds.setId("records-kind");
        kinds.onFilter(chosen -> narrow(filter.table(), chosen, filter.text()));
        count.setId("records-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(title, search, tables, kinds, count);
        tools.addClassName("list-tools");
        return tools;
    }

    /** Which records are listed; asked by other threads as well. */
    SetAsideFilter filter() {
        return filter;
    }

    /** Lists other records, without what a person narrowed the list to; {@link #refresh} shows them. */
    void begin(SetAsideFilter first) {
        filter = first;
        search.clear();
    }

    /** Says everything but the rows in the person's language. */
    void translate() {
        Phrases phrases = pieces.get().phrases();
        title.setText(phrases.text("records.received"));
        search.setPlaceholder(phrases.text("records.search.short"));
        search.setAriaLabel(phrases.text("records.search"));
        tables.setAriaLabel(phrases.text("records.filter.table"));
        kinds.setAriaLabel(phrases.text("records.filter.kind"));
        list.look(grid -> columns(grid, pieces.get()), phrases.text("records.received"), this::card);
    }

    private void columns(Grid<SetAside> grid, AsideList now) {
        Phrases phrases = now.phrases();
        grid.addComponentColumn(aside -> name(aside, now))
                .setHeader(phrases.text("records.column.record"))
                .setFlexGrow(3);
        grid.addComponentColumn(aside -> now.why(aside.reason(), aside.retriesItself()))
                .setHeader(phrases.text("records.column.why"))
                .setFlexGrow(4);
        grid.addComponentColumn(aside -> now.since(aside.since()))
                .setHeader(phrases.text("records.column.came"))
                .setFlexGrow(2);
        AsideList.end(
                grid.addComponentColumn(aside -> details(aside, now)).setHeader(phrases.text("records.column.more")));
    }

    private Div card(SetAside aside) {
        AsideList now = pieces.get();
        return AsideList.card(
                name(aside, now),
                now.why(aside.reason(), aside.retriesItself()),
                now.since(aside.since()),
                details(aside, now));
    }

    private RecordName name(SetAside aside, AsideList now) {
        boolean known = store.find(aside.key()).isPresent();
        return new RecordName(
                aside.key(), titles.of(aside, now.phrases()), now, now.change(ChangeKind.of(aside.action(), known)));
    }

    private Button details(SetAside aside, AsideList now) {
        return now.details(aside.key(), titles.of(aside, now.phrases()), () -> inquiry.open(aside.number()));
    }

    private void narrow(String table, ReasonKind kind, String text) {
        filter = new SetAsideFilter(table, kind, text.strip(), filter.from(), filter.until());
        if (isAttached()) {
            refreshRows();
        }
    }

    /** Reads anew what there is. */
    void refresh() {
        List<SetAsideCount> counts = store.setAsideCounts();
        tables.narrowTo(options(counts, SetAsideCount::table), filter.table());
        kinds.narrowTo(options(counts, SetAsideCount::kind), filter.kind());
        boolean any = !counts.isEmpty();
        search.setVisible(any);
        tables.setVisible(any);
        kinds.setVisible(any);
        refreshRows();
    }

    private static <T extends Comparable<T>> List<T> options(
            List<SetAsideCount> counts, Function<SetAsideCount, T> property) {
        return counts.stream().map(property).distinct().sorted().toList();
    }

    private void refreshRows() {
        Phrases phrases = pieces.get().phrases();
        long records = store.setAsideCount(filter);
        count.setText(phrases.text("records.count", records));
        found.accept(records);
        list.size(
                records,
                phrases.text(filter.equals(SetAsideFilter.ALL) ? "records.failed.empty" : "records.failed.not-found"));
        rows.refreshAll();
    }

    private Stream<SetAside> fetch(Query<SetAside, Void> page) {
        return store.setAside(filter, page.getOffset(), page.getLimit()).stream();
    }

    private int size(Query<SetAside, Void> page) {
        return Math.toIntExact(store.setAsideCount(filter));
    }

    private AsideList pieces() {
        return pieces.get();
    }
}
