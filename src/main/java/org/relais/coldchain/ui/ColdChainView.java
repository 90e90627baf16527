package org.relais.coldchain.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.StoreWatch;
import org.relais.coldchain.WatchedSensor;
import org.relais.language.PhraseBook;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.ui.CurrentStore;
import org.relais.people.ui.StoreChoice;
import org.relais.site.Store;

/** All sensors of the current store as they are at this moment, the worst first; a phone's news is seen at once. */
@Route(ColdChainView.PATH)
@RouteAlias("chaine-du-froid")
@RouteAlias("cadena-de-frio")
@Menu(title = "menu.cold-chain", icon = "cold-chain", order = 5)
@PermitAll
@StyleSheet("assets/coldchain.css")
class ColdChainView extends Section implements AfterNavigationObserver, LocaleChangeObserver, HasDynamicTitle {

    static final String PATH = "cold-chain";

    private static final String SENSOR = "sensor";

    private final ColdChainFeed feed;
    private final ColdChain coldChain;
    private final CurrentStore currentStore;
    private final SeenStores stores;
    private final PhraseBook phraseBook;

    private final H1 title = new H1();
    private final Span storeName = new Span();
    private final Paragraph summary = new Paragraph();
    private final Anchor monitoring = new Anchor(MonitoringFilter.PATH);
    private final UnorderedList list = new UnorderedList();
    private final Paragraph closed = new Paragraph();
    private final FirstPhone firstPhone = new FirstPhone();
    private final Map<String, SensorCard> cards = new HashMap<>();

    ColdChainView(
            ColdChainFeed feed,
            ColdChain coldChain,
            CurrentStore currentStore,
            CurrentUser person,
            PhraseBook phraseBook) {
        this.feed = feed;
        this.coldChain = coldChain;
        this.currentStore = currentStore;
        this.stores = new SeenStores(currentStore, person);
        this.phraseBook = phraseBook;
        addClassNames("page", "cold-chain-page");
        storeName.addClassName("subtitle");
        Header header =
                new Header(new Div(title, storeName, new StoreChoice("store", currentStore), summary), monitoring);
        header.addClassName("page-head");
        summary.setId("cold-chain-summary");
        summary.addClassName("cold-chain-summary");
        monitoring.setId("cold-chain-monitoring");
        monitoring.addClassName("link-button");
        monitoring.getElement().setAttribute("router-link", true);
        closed.setId("cold-chain-closed");
        closed.addClassName("panel");
        list.addClassName("sensor-cards");
        list.getElement().setAttribute("data-live", true);
        add(header, closed, firstPhone, list);
        feed.follow(this, this::show);
        currentStore.follow(this, this::show);
    }

    /** Where a sensor is seen; where all are, for null. */
    static String address(String sensorId) {
        return sensorId == null
                ? PATH
                : PATH + "?" + SENSOR + "=" + URLEncoder.encode(sensorId, StandardCharsets.UTF_8);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show();
    }

    /** An address that names a sensor leads to its card, in its store. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Optional<WatchedSensor> asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SENSOR)
                .flatMap(coldChain::find);
        asked.flatMap(watched -> stores.all().stream()
                        .filter(store -> store.id().equals(watched.sensor().storeId()))
                        .findFirst())
                .ifPresent(store -> {
                    currentStore.choose(store);
                    show();
                });
        asked.map(watched -> cards.get(watched.sensor().id())).ifPresent(SensorCard::lead);
    }

    private void show() {
        if (getUI().isEmpty()) {
            return;
        }
        ColdChainWords words = new ColdChainWords(phraseBook.of(getUI().get()));
        Optional<Store> store = stores.current();
        title.setText(words.text("cold-chain.title"));
        storeName.setText(currentStore.find().map(Store::name).orElse(""));
        storeName.setVisible(currentStore.offered().size() == 1);
        Optional<StoreWatch> watch = store.map(Store::id).map(feed::of);
        List<WatchedSensor> sensors = watch.map(StoreWatch::sensors).orElse(List.of());
        closed.setVisible(store.isEmpty());
        closed.setText(
                currentStore.find().isPresent()
                        ? words.text("cold-chain.closed", Permission.VIEW_SENSORS.number())
                        : words.text("locations.empty.no-store"));
        firstPhone.setVisible(store.isPresent() && sensors.isEmpty());
        summary.setText(watch.map(words::summary).orElse(""));
        summary.setVisible(!sensors.isEmpty());
        monitoring.setText(words.text("monitoring.title"));
        monitoring.setVisible(!sensors.isEmpty());
        list.setVisible(!sensors.isEmpty());
        watch.ifPresent(now -> showCards(now, words));
    }

    /** Cards stay what they are as long as their sensors are there, so that nothing jumps under a finger. */
    private void showCards(StoreWatch watch, ColdChainWords words) {
        List<SensorCard> shown = watch.sensors().stream()
                .map(watched -> {
                    SensorCard card = cards.computeIfAbsent(watched.sensor().id(), SensorCard::new);
                    card.show(watched, watch.at(), words);
                    return card;
                })
                .toList();
        if (!list.getChildren().toList().equals(shown)) {
            cards.values().retainAll(shown);
            list.removeAll();
            shown.forEach(list::add);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("cold-chain.title") + " · " + getTranslation("app.name");
    }
}
