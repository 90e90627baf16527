package org.relais.locations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.components.Choice;
import org.relais.components.Passing;
import org.relais.locations.Location;
import org.relais.locations.LocationQuery;
import org.relais.locations.LocationQuery.Order;
import org.relais.locations.Locations;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;

/** The locations of the current store: a list to search, and a window to add or change one. */
@Route("locations")
@Menu(title = "menu.locations", icon = "locations", order = 10)
@PermitAll
@StyleSheet("assets/locations.css")
class LocationsView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Below this width of the window, in CSS pixels, a row is a card. */
    private static final int NARROW = 760;

    private final transient Locations locations;
    private final transient CurrentStore currentStore;
    private final transient I18NProvider translations;

    private final H1 title = new H1();
    private final Span storeName = new Span();
    private final Choice<Store> stores = new Choice<>(Store::name);
    private final TextField search = new TextField();
    private final Button add = new Button();
    private final Paragraph count = new Paragraph();
    private final Grid<Location> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private final Div list = new Div();
    private final transient CallbackDataProvider<Location, Void> rows =
            DataProvider.fromCallbacks(this::fetch, this::size);
    private transient Registration resizing;
    private transient Outgoing outgoing;
    private boolean narrow;

    LocationsView(Locations locations, CurrentStore currentStore, I18NProvider translations, StatusFeed statusFeed) {
        this.locations = locations;
        this.currentStore = currentStore;
        this.translations = translations;
        addClassNames("page", "locations-page");
        storeName.addClassName("subtitle");
        stores.setId("store");
        stores.onChoice(this::goTo);
        Div heading = new Div(title, storeName, stores);
        heading.addClassName("locations-head");
        Header header = new Header(heading, add);
        header.addClassName("page-head");
        add.setId("location-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(click -> open(null));
        search.setId("location-search");
        search.addClassName("locations-search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        count.setId("location-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(search, count);
        tools.addClassName("locations-tools");
        empty.setId("locations-empty");
        empty.addClassName("locations-empty");
        grid.setId("locations");
        grid.addClassName("locations-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.setItems(rows);
        grid.addItemClickListener(click -> open(click.getItem()));
        list.add(grid, empty);
        list.addClassNames("panel", "locations-list");
        add(header, tools, list);
        statusFeed.follow(this, this::follow);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ExtendedClientDetails browser = event.getUI().getPage().getExtendedClientDetails();
        narrow = browser != null && browser.getWindowInnerWidth() > 0 && browser.getWindowInnerWidth() < NARROW;
        resizing = event.getUI().getPage().addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        showAll();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        resizing.remove();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        showAll();
    }

    private void fit(int width) {
        boolean nowNarrow = width < NARROW;
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            showColumns();
        }
    }

    private LocationWords words() {
        return new LocationWords(translations, getLocale());
    }

    private void showAll() {
        LocationWords words = words();
        title.setText(words.text("locations.title"));
        search.setPlaceholder(words.text("locations.search"));
        search.setAriaLabel(words.text("locations.search"));
        add.setText(words.text("locations.add"));
        showStore(words);
        showColumns();
        refresh();
    }

    private void showStore(LocationWords words) {
        List<Store> offered = currentStore.offered();
        Optional<Store> store = currentStore.find();
        boolean several = offered.size() > 1;
        storeName.setText(store.map(Store::name).orElse(""));
        storeName.setVisible(!several && store.isPresent());
        stores.setVisible(several);
        stores.setAriaLabel(words.text("locations.store"));
        store.ifPresent(current -> stores.offer(offered, current));
        add.setVisible(mayChange());
    }

    private void goTo(Store store) {
        currentStore.choose(store);
        showStore(words());
        showColumns();
        refresh();
    }

    private boolean mayChange() {
        return currentStore.find().map(Store::id).filter(locations::mayChange).isPresent();
    }

    private void showColumns() {
        LocationWords words = words();
        grid.removeAllColumns();
        if (narrow) {
            grid.addComponentColumn(location -> LocationCard.whole(location, words))
                    .setHeader(words.text("locations.title"))
                    .setFlexGrow(1);
        } else {
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
        if (mayChange()) {
            grid.addComponentColumn(location -> editButton(location, words))
                    .setHeader(words.text("locations.actions"))
                    .setAutoWidth(true)
                    .setFlexGrow(0);
        }
    }

    private Button editButton(Location location, LocationWords words) {
        Button edit = new Button(words.text("locations.edit"), click -> open(location));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.setAriaLabel(words.text("locations.edit.one", location.code()));
        return edit;
    }

    /** A change of this store may have been sent, or have come in. */
    private void follow(SyncStatus status) {
        Outgoing now = new Outgoing(
                status.pending(), status.last() == null ? null : status.last().id());
        if (!now.equals(outgoing)) {
            boolean first = outgoing == null;
            outgoing = now;
            if (!first) {
                refresh();
            }
        }
    }

    private void refresh() {
        rows.refreshAll();
        LocationWords words = words();
        boolean searching = !search.getValue().isBlank();
        int found =
                currentStore.find().map(store -> locations.count(query(store))).orElse(0);
        count.setText(words.text("locations.count", found));
        grid.setVisible(found > 0);
        empty.setVisible(found == 0);
        String reason = currentStore.find().isEmpty() ? "no-store" : searching ? "not-found" : "none";
        empty.setText(found > 0 ? "" : words.text("locations.empty." + reason));
        search.setVisible(searching || found > 0);
        count.setVisible(found > 0);
    }

    private Stream<Location> fetch(Query<Location, Void> page) {
        int offset = page.getOffset();
        int limit = page.getLimit();
        Optional<QuerySortOrder> order = page.getSortOrders().stream().findFirst();
        return currentStore.find().stream()
                .flatMap(store -> locations
                        .list(
                                new LocationQuery(
                                        store.id(),
                                        search.getValue(),
                                        order.map(sort -> Order.valueOf(sort.getSorted()))
                                                .orElse(Order.CODE),
                                        order.map(QuerySortOrder::getDirection).orElse(null)
                                                == SortDirection.DESCENDING),
                                offset,
                                limit)
                        .stream());
    }

    private int size(Query<Location, Void> page) {
        return currentStore.find().map(store -> locations.count(query(store))).orElse(0);
    }

    private LocationQuery query(Store store) {
        return new LocationQuery(store.id(), search.getValue(), Order.CODE, false);
    }

    /** Opens the window; {@code shown} is the row as the list has it, or null to add a location. */
    private void open(Location shown) {
        Optional<Store> store = currentStore.find();
        if (store.isEmpty() || !mayChange()) {
            return;
        }
        Location current = shown == null ? null : locations.find(shown.id()).orElse(null);
        if (shown != null && current == null) {
            Passing.tell(words().text("locations.gone", shown.code()));
            refresh();
            return;
        }
        show(current, store.get()).open();
    }

    private LocationForm show(Location location, Store store) {
        return new LocationForm(locations, words(), store.id(), location, new LocationForm.Outcome() {
            @Override
            public void done(String text) {
                refresh();
                Passing.tell(text);
            }

            @Override
            public void reopen(String id) {
                refresh();
                locations
                        .find(id)
                        .ifPresentOrElse(
                                LocationsView.this::showChanged,
                                () -> Passing.tell(words().text("locations.gone", location.code())));
            }
        });
    }

    private void showChanged(Location now) {
        currentStore.find().ifPresent(store -> {
            LocationForm form = show(now, store);
            form.say(words().text("locations.changed"));
            form.open();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("locations.title") + " · " + getTranslation("app.name");
    }

    /**
     * What tells that the marks of the list may be out of date.
     *
     * @param pending how many changes of the site wait
     * @param lastRun the last run that ended, or null
     */
    private record Outgoing(long pending, Long lastRun) {}
}
