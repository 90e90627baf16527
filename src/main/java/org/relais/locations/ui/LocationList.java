package org.relais.locations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.relais.locations.Location;
import org.relais.locations.LocationQuery;
import org.relais.locations.LocationQuery.Order;
import org.relais.locations.Locations;

/** The locations of a store as a table, or as cards where there is little room; a text instead when there are none. */
class LocationList extends Div {

    /** Up to so many rows the page scrolls; of more, only those that are seen are drawn, which takes a list that scrolls itself. */
    private static final int MANY = 50;

    /** As long as the style sheet shows it. */
    private static final Duration MARKED = Duration.ofSeconds(5);

    /**
     * Where the page scrolls, the row is brought into sight as soon as it is drawn, and again when the list has grown around it: until
     * then it may be the list that scrolls.
     */
    private static final String SHOW_MARKED = """
            const rows = this.shadowRoot.querySelector('#items');
            const show = () => rows.querySelector('[part~="marked"]')?.scrollIntoView({ block: 'nearest' });
            const drawn = new MutationObserver(show);
            drawn.observe(rows, { subtree: true, attributes: true, attributeFilter: ['part'], childList: true });
            const grown = new ResizeObserver(show);
            grown.observe(this);
            setTimeout(() => [drawn, grown].forEach((each) => each.disconnect()), 2000);
            """;

    private final Locations locations;
    private final Clock clock;
    private final Consumer<Location> opening;
    private final Consumer<Location> looking;
    private final CallbackDataProvider<Location, Void> rows = DataProvider.fromCallbacks(this::fetch, this::size);
    private final Grid<Location> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private String storeId;
    private String search = "";
    private int found;
    private String marked;
    private Instant markedAt;

    /**
     * An empty list.
     *
     * @param opening what a click on a location does
     * @param looking what shows what stands there
     */
    LocationList(Locations locations, Clock clock, Consumer<Location> opening, Consumer<Location> looking) {
        this.clock = clock;
        this.locations = locations;
        this.opening = opening;
        this.looking = looking;
        addClassNames("panel", "locations-list");
        empty.setId("locations-empty");
        empty.addClassName("locations-empty");
        grid.setId("locations");
        grid.addClassName("locations-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.setItems(rows);
        grid.setPartNameGenerator(location -> isMarked(location) ? "marked" : null);
        grid.addItemClickListener(click -> opening.accept(click.getItem()));
        add(grid, empty);
    }

    /**
     * Lays the columns out.
     *
     * @param narrow one column of cards
     * @param editable a button to change each
     */
    void look(LocationWords words, boolean narrow, boolean editable) {
        grid.removeAllColumns();
        if (narrow) {
            grid.addComponentColumn(location -> LocationCard.whole(location, words))
                    .setHeader(words.text("locations.title"))
                    .setFlexGrow(1);
        } else {
            columns(words);
        }
        grid.addComponentColumn(location -> actions(location, words, editable))
                .setHeader(words.text("locations.actions"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void columns(LocationWords words) {
        Grid.Column<Location> code = grid.addComponentColumn(LocationCard::code)
                .setHeader(words.text("locations.code"))
                .setSortProperty(Order.CODE.name())
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(Location::description)
                .setHeader(words.text("locations.description"))
                .setSortProperty(Order.DESCRIPTION.name())
                .setWidth("8.5rem")
                .setFlexGrow(2);
        grid.addColumn(location -> words.type(location.type()))
                .setHeader(words.text("locations.type.label"))
                .setSortProperty(Order.TYPE.name())
                .setWidth("8rem")
                .setFlexGrow(8);
        grid.addColumn(location -> words.volume(location.volume()))
                .setHeader(words.text("locations.volume"))
                .setSortProperty(Order.VOLUME.name())
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(location -> LocationCard.marks(location, words))
                .setHeader(words.text("locations.state"))
                .setSortProperty(Order.ON_HOLD.name())
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.sort(GridSortOrder.asc(code).build());
    }

    private Div actions(Location location, LocationWords words, boolean editable) {
        Button contents = new Button(words.text("locations.contents"), click -> looking.accept(location));
        contents.addThemeVariants(ButtonVariant.TERTIARY);
        contents.setAriaLabel(words.text("locations.contents.one", location.code()));
        Div actions = new Div(contents);
        actions.addClassName("location-actions");
        if (editable) {
            actions.add(editButton(location, words));
        }
        return actions;
    }

    private Button editButton(Location location, LocationWords words) {
        Button edit = new Button(words.text("locations.edit"), click -> opening.accept(location));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.setAriaLabel(words.text("locations.edit.one", location.code()));
        return edit;
    }

    /**
     * Lists the locations of a store anew.
     *
     * @param storeId the store, or null for none
     * @param search a part of their code or description, empty for all
     * @return how many there are
     */
    int show(String storeId, String search, LocationWords words) {
        this.storeId = storeId;
        this.search = search;
        found = storeId == null ? 0 : locations.count(query(Optional.empty()));
        rows.refreshAll();
        grid.setAllRowsVisible(found <= MANY);
        grid.recalculateColumnWidths();
        grid.setVisible(found > 0);
        empty.setVisible(found == 0);
        String reason = storeId == null ? "no-store" : search.isBlank() ? "none" : "not-found";
        empty.setText(found > 0 ? "" : words.text("locations.empty." + reason));
        return found;
    }

    /**
     * Shows one of the listed locations among the others, and marks it for a moment.
     *
     * @return whether it is listed
     */
    boolean mark(String id) {
        OptionalInt place = locations.place(query(sorting()), id);
        if (place.isPresent()) {
            marked = id;
            markedAt = clock.instant();
            rows.refreshAll();
            grid.scrollToIndex(place.getAsInt());
            grid.getElement().executeJs(SHOW_MARKED);
        }
        return place.isPresent();
    }

    /** Also after the list was filled again, as it is when what was just saved begins to wait for its synchronisation. */
    private boolean isMarked(Location location) {
        return location.id().equals(marked)
                && Duration.between(markedAt, clock.instant()).compareTo(MARKED) < 0;
    }

    private Stream<Location> fetch(Query<Location, Void> page) {
        int number = page.getPage();
        int size = page.getPageSize();
        Optional<QuerySortOrder> sorted = page.getSortOrders().stream().findFirst();
        return found == 0 ? Stream.empty() : locations.list(query(sorted), number, size).stream();
    }

    /** As it was counted when they were listed: the rows of one look are those of one count. */
    private int size(Query<Location, Void> page) {
        return found;
    }

    /** By what the person has the list sorted at this moment. */
    private Optional<QuerySortOrder> sorting() {
        return grid.getSortOrder().stream()
                .flatMap(sort -> sort.getSorted().getSortOrder(sort.getDirection()))
                .findFirst();
    }

    private LocationQuery query(Optional<QuerySortOrder> sorted) {
        Order order = sorted.map(sort -> Order.valueOf(sort.getSorted())).orElse(Order.CODE);
        boolean descending =
                sorted.map(QuerySortOrder::getDirection).orElse(SortDirection.ASCENDING) == SortDirection.DESCENDING;
        return new LocationQuery(storeId, search, order, descending);
    }
}
