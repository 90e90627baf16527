package org.relais.coldchain.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.coldchain.Quarantine;
import org.relais.components.Choice;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;

/** The temperatures of a store: its breaches, its readings, and both as a chart. What is looked at stands in the address. */
@Route(MonitoringFilter.PATH)
@RouteAlias("chaine-du-froid/surveillance")
@RouteAlias("cadena-de-frio/seguimiento")
@PermitAll
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/month.css")
@StyleSheet("assets/monitoring.css")
@Uses(Checkbox.class)
@Uses(Grid.class)
@Uses(TextArea.class)
class MonitoringView extends TitledPage implements BeforeEnterObserver {

    private final Desk desk;
    private final Quarantine quarantine;
    private final CurrentStore currentStore;
    private final MonitoringParts parts;

    private final Paragraph storeName = new Paragraph();
    private final Choice<Store> stores = new Choice<>(Store::name);
    private final Notice aside = new Notice("monitoring-quarantine", Glyph.ALERT, "warn");
    private final Anchor asideLink = new Anchor(QuarantineView.PATH);
    private final Notice closed = new Notice("monitoring-closed", Glyph.INFO, "calm");
    private final Nav tabs = new Nav();
    private final Map<MonitoringTab, Anchor> entries = new EnumMap<>(MonitoringTab.class);
    private final FilterBar bar = new FilterBar(MonitoringView::go);
    private final Div place = new Div();
    private MonitoringFilter filter = MonitoringFilter.read(QueryParameters.empty());
    private MonitoringPart part;
    private MonitoringTab open;
    private boolean followed;

    MonitoringView(
            Desk desk,
            Quarantine quarantine,
            CurrentStore currentStore,
            MonitoringParts parts,
            ColdChainFeed feed,
            PhraseBook phraseBook) {
        super(phraseBook, "monitoring.title", "cold-chain", "monitoring.back");
        this.desk = desk;
        this.quarantine = quarantine;
        this.currentStore = currentStore;
        this.parts = parts;
        addClassNames("lookback-page", "monitoring-page");
        subtitle(storeName);
        stores.setId("store");
        stores.onChoice(store -> go(filter.in(store.id())));
        actions(stores);
        asideLink.addClassName("link-button");
        asideLink.getElement().setAttribute("router-link", true);
        aside.add(asideLink);
        tabs.addClassName("tab-bar");
        for (MonitoringTab tab : MonitoringTab.values()) {
            Anchor entry = new Anchor();
            entry.setId("tab-" + tab.key());
            entry.getElement().setAttribute("router-link", true);
            entries.put(tab, entry);
            tabs.add(entry);
        }
        place.addClassName("monitoring-place");
        add(aside, tabs, bar, closed, place);
        feed.follow(this, this::renew);
    }

    private static void go(MonitoringFilter chosen) {
        UI.getCurrent().navigate(MonitoringFilter.PATH, chosen.parameters());
    }

    /** A store that the address names is the one that the person works in from now on. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = MonitoringFilter.read(event.getLocation().getQueryParameters());
        desk.stores(currentStore).stream()
                .filter(store -> store.id().equals(filter.store()))
                .findFirst()
                .ifPresent(currentStore::choose);
        say();
    }

    @Override
    protected void translate(Phrases phrases) {
        Optional<Store> store = currentStore.find();
        showStores(store, phrases);
        tabs.setAriaLabel(phrases.text("monitoring.tabs"));
        entries.forEach((tab, entry) -> {
            entry.setText(phrases.text("monitoring.tab." + tab.key()));
            entry.setHref(filter.with(tab).address());
            if (tab == filter.tab()) {
                entry.getElement().setAttribute("aria-current", "page");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        });
        Optional<Store> seen = store.filter(one -> desk.mayView(one.id()));
        bar.setVisible(seen.isPresent());
        place.setVisible(seen.isPresent());
        tabs.setVisible(seen.isPresent());
        closed.setVisible(false);
        aside.setVisible(false);
        if (seen.isEmpty()) {
            close(store.isPresent(), phrases);
            return;
        }
        Scene scene = desk.scene(seen.get().id(), filter, phrases);
        showAside(scene);
        bar.show(scene);
        showPart(scene);
    }

    private void close(boolean anyStore, Phrases phrases) {
        if (anyStore) {
            closed.show(phrases.text("monitoring.closed"), phrases.text("monitoring.closed.hint"));
        } else {
            closed.show(phrases.text("monitoring.no-store"), null);
        }
    }

    private void showStores(Optional<Store> store, Phrases phrases) {
        List<Store> offered = currentStore.offered();
        boolean several = offered.size() > 1;
        storeName.setText(store.map(Store::name).orElse(""));
        storeName.setVisible(!several && store.isPresent());
        stores.setVisible(several);
        stores.setAriaLabel(phrases.text("locations.store"));
        store.ifPresent(current -> stores.offer(offered, current));
    }

    private void showAside(Scene scene) {
        int rows = quarantine.count(scene.storeId());
        if (rows > 0) {
            aside.show(scene.phrases().text("monitoring.quarantine", rows), null);
            asideLink.setText(scene.phrases().text("monitoring.quarantine.link"));
        }
    }

    private void showPart(Scene scene) {
        if (open != filter.tab()) {
            open = filter.tab();
            part = parts.of(open);
            place.removeAll();
            place.add(part);
        }
        part.show(scene);
    }

    /** Something changed: the same filter, as it is now. The first call comes with the page itself, which shows it already. */
    private void renew() {
        if (!followed) {
            followed = true;
            return;
        }
        Optional<Store> seen = currentStore.find().filter(store -> desk.mayView(store.id()));
        if (part != null && seen.isPresent() && getUI().isPresent()) {
            Scene scene = desk.scene(seen.get().id(), filter, phrases());
            showAside(scene);
            bar.show(scene);
            part.renew(scene);
        }
    }
}
