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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.relais.locations.Location;
import org.relais.locations.LocationQuery;
import org.relais.locations.LocationQuery.Order;
import org.relais.locations.Locations;

/** The locations of a store as a table, or as cards where there is little room; a text instead when there are none. */
class LocationList extends Div {

    private final Locations locations;
    private final Consumer<Location> opening;
    private final CallbackDataProvider<Location, Void> rows = DataProvider.fromCallbacks(this::fetch, this::size);
    private final Grid<Location> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private String storeId;
    private String search = "";
    private int found;

    /** @param opening what a click on a location does */
    LocationList(Locations locations, Consumer<Location> opening) {
        this.locations = locations;
        this.opening = opening;
        addClassNames("panel", "locations-list");
        empty.setId("locations-empty");
        empty.addClassName("locations-empty");
        grid.setId("locations");
        grid.addClassName("locations-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.setItems(rows);
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
        if (editable) {
            grid.addComponentColumn(location -> editButton(location, words))
                    .setHeader(words.text("locations.actions"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
    }

    private void columns(LocationWords words) {
        Grid.Column<Location> code = grid.addComponentColumn(LocationCard::code)
                .setHeader(words.text("locations.code"))
                .setSortProperty(Order.CODE.name())
                .setFlexGrow(1);
        grid.addColumn(Location::description)
                .setHeader(words.text("locations.description"))
                .setSortProperty(Order.DESCRIPTION.name())
                .setFlexGrow(2);
        grid.addColumn(location -> words.type(location.type()))
                .setHeader(words.text("locations.type.label"))
                .setSortProperty(Order.TYPE.name())
                .setFlexGrow(2);
        grid.addColumn(location -> words.number(location.volume()))
                .setHeader(words.text("locations.volume"))
                .setSortProperty(Order.VOLUME.name())
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(location -> LocationCard.marks(location, words))
                .setHeader(words.text("locations.state"))
                .setSortProperty(Order.ON_HOLD.name())
                .setFlexGrow(1);
        grid.sort(GridSortOrder.asc(code).build());
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
        found = storeId == null ? 0 : locations.count(query(Order.CODE, false));
        rows.refreshAll();
        grid.setVisible(found > 0);
        empty.setVisible(found == 0);
        String reason = storeId == null ? "no-store" : search.isBlank() ? "none" : "not-found";
        empty.setText(found > 0 ? "" : words.text("locations.empty." + reason));
        return found;
    }

    private Stream<Location> fetch(Query<Location, Void> page) {
        int number = page.getPage();
        int size = page.getPageSize();
        Optional<QuerySortOrder> sorted = page.getSortOrders().stream().findFirst();
        Order order = sorted.map(sort -> Order.valueOf(sort.getSorted())).orElse(Order.CODE);
        boolean descending =
                sorted.map(QuerySortOrder::getDirection).orElse(SortDirection.ASCENDING) == SortDirection.DESCENDING;
        return found == 0 ? Stream.empty() : locations.list(query(order, descending), number, size).stream();
    }

    /** As it was counted when they were listed: the rows of one look are those of one count. */
    private int size(Query<Location, Void> page) {
        return found;
    }

    private LocationQuery query(Order order, boolean descending) {
        return new LocationQuery(storeId, search, order, descending);
    }
}
