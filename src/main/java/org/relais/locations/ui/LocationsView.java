package org.relais.locations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import org.relais.components.Passing;
import org.relais.language.WaitingDraft;
import org.relais.locations.Location;
import org.relais.locations.Locations;
import org.relais.people.ui.CurrentStore;
import org.relais.people.ui.StoreChoice;
import org.relais.site.Store;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;
import org.springframework.beans.factory.ObjectProvider;

/** The locations of the current store: a list to search, and a window to add or change one. */
@Route("locations")
@Menu(title = "menu.locations", icon = "locations", order = 10)
@PermitAll
@StyleSheet("assets/locations.css")
class LocationsView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    /** Below this width of the window, in CSS pixels, a row is a card. */
    private static final int NARROW = 760;

    private final Locations locations;
    private final CurrentStore currentStore;
    private final I18NProvider translations;
    private final ObjectProvider<LocationSection> sections;

    private final H1 title = new H1();
    private final Span storeName = new Span();
    private final TextField search = new TextField();
    private final Button add = new Button();
    private final Paragraph count = new Paragraph();
    private final LocationList list;
    private Registration resizing;
    private SyncStatus.Outgoing outgoing;
    private boolean narrow;

    LocationsView(
            Locations locations,
            CurrentStore currentStore,
            I18NProvider translations,
            StatusFeed statusFeed,
            Clock clock,
            ObjectProvider<LocationSection> sections) {
        this.sections = sections;
        this.locations = locations;
        this.currentStore = currentStore;
        this.translations = translations;
        this.list = new LocationList(locations, clock, this::open, this::look);
        addClassNames("page", "locations-page");
        storeName.addClassName("subtitle");
        Div heading = new Div(title, storeName, new StoreChoice("store", currentStore));
        heading.addClassName("locations-head");
        Header header = new Header(heading, add);
        header.addClassName("page-head");
        add.setId("location-add");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(click -> openNew());
        search.setId("location-search");
        search.addClassName("locations-search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh(currentStore.find()));
        count.setId("location-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(search, count);
        tools.addClassName("locations-tools");
        add(header, tools, list, new WaitingDraft(LocationForm.DRAFTS, this::reopen));
        statusFeed.follow(this, this::follow);
        currentStore.follow(this, () -> showStore(words()));
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
            showColumns(currentStore.find());
        }
    }

    private LocationWords words() {
        return new LocationWords(translations, getLocale());
    }

    private void showAll() {
        LocationWords words = words();
        title.setText(words.text("locations.title"));
        search.setPlaceholder(words.text("locations.search.short"));
        search.setAriaLabel(words.text("locations.search"));
        add.setText(words.text("locations.add"));
        showStore(words);
    }

    private void showStore(LocationWords words) {
        Optional<Store> store = currentStore.find();
        storeName.setText(store.map(Store::name).orElse(""));
        storeName.setVisible(currentStore.offered().size() == 1);
        add.setVisible(mayChange(store));
        showColumns(store);
        refresh(store);
    }

    private boolean mayChange(Optional<Store> store) {
        return store.map(Store::id).filter(locations::mayChange).isPresent();
    }

    private void showColumns(Optional<Store> store) {
        list.look(words(), narrow, mayChange(store));
    }

    /** A change of this store may have been sent, or have come in. */
    private void follow(SyncStatus status) {
        SyncStatus.Outgoing now = status.outgoing();
        if (outgoing != null && !outgoing.equals(now)) {
            refresh(currentStore.find());
        }
        outgoing = now;
    }

    private void refresh(Optional<Store> store) {
        LocationWords words = words();
        int found = list.show(store.map(Store::id).orElse(null), search.getValue(), words);
        count.setText(words.text("locations.count", found));
        count.setVisible(found > 0);
        search.setVisible(found > 0 || !search.getValue().isBlank());
    }

    private void openNew() {
        currentStore.find().filter(store -> mayChange(Optional.of(store))).ifPresent(store -> window(null, store)
                .open());
    }

    /** Opens the window in which somebody had begun to type; without an id that of a new location. */
    private void reopen(String id) {
        if (id.isEmpty()) {
            openNew();
        } else {
            locations.find(id).ifPresent(this::open);
        }
    }

    /** Opens the window to change it, or shows those who may not what stands there; {@code shown} is the row as the list has it. */
    private void open(Location shown) {
        Optional<Store> store = currentStore.find();
        if (mayChange(store)) {
            locations
                    .find(shown.id())
                    .ifPresentOrElse(location -> window(location, store.get()).open(), () -> gone(shown, store));
        } else {
            look(shown);
        }
    }

    /** Shows what stands there. */
    private void look(Location shown) {
        locations
                .find(shown.id())
                .ifPresentOrElse(
                        location -> new LocationContents(location, sections, words()).open(),
                        () -> gone(shown, currentStore.find()));
    }

    private void gone(Location location, Optional<Store> store) {
        refresh(store);
        Passing.tell(words().text("locations.gone", location.code()));
    }

    private LocationForm window(Location location, Store store) {
        return new LocationForm(locations, words(), store.id(), location, new LocationForm.Outcome() {
            @Override
            public void stored(String id, String text) {
                showStored(id);
                Passing.tell(text);
            }

            @Override
            public void deleted(String text) {
                refresh(currentStore.find());
                Passing.tell(text);
            }

            @Override
            public void reopen(String id) {
                Optional<Store> now = currentStore.find();
                refresh(now);
                locations.find(id).ifPresentOrElse(changed -> showChanged(changed, store), () -> gone(location, now));
            }
        });
    }

    /** The row is looked for by the person: a search that would hide it is over. */
    private void showStored(String id) {
        refresh(currentStore.find());
        if (!list.mark(id)) {
            search.clear();
            refresh(currentStore.find());
            list.mark(id);
        }
    }

    private void showChanged(Location now, Store store) {
        LocationForm form = window(now, store);
        form.say(words().text("locations.changed"));
        form.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("locations.title") + " · " + getTranslation("app.name");
    }
}
