package org.relais.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.components.HomeSection;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.site.Store;
import org.springframework.beans.factory.ObjectProvider;

/** The first page: whose server this is, and what all rooms have to say about how things stand and what to do. */
@Route("")
@Menu(title = "menu.home", icon = "home", order = 0)
@PermitAll
@StyleSheet("assets/home.css")
class HomeView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private final Site site;
    private final CurrentStore currentStore;
    private final H1 title = new H1();
    private final Span subtitle = new Span();

    HomeView(Site site, CurrentStore currentStore, ObjectProvider<HomeSection> sections) {
        this.site = site;
        this.currentStore = currentStore;
        addClassNames("page", "home-page");
        title.setId("home-title");
        subtitle.setId("home-subtitle");
        subtitle.addClassName("subtitle");
        Header header = new Header(new Div(title, subtitle));
        header.addClassName("page-head");
        add(header);
        sections.orderedStream().forEach(this::add);
        currentStore.follow(this, this::translate);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        translate();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate();
    }

    private void translate() {
        Optional<String> siteName = site.settings().map(SiteSettings::name);
        Optional<Store> store = currentStore.find();
        title.setText(store.map(Store::name).or(() -> siteName).orElse(getTranslation("app.name")));
        String others = currentStore.offered().stream()
                .filter(offered -> !store.equals(Optional.of(offered)))
                .map(Store::name)
                .collect(Collectors.joining(", "));
        List<String> lines = Optional.of(others).filter(names -> !names.isEmpty()).stream()
                .map(names -> getTranslation("home.other-stores", names))
                .toList();
        String about = siteName.filter(name -> store.isPresent())
                .map(name -> getTranslation("home.site", name))
                .orElse(getTranslation("app.tagline"));
        subtitle.setText(lines.isEmpty() ? about : about + " · " + lines.getFirst());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title") + " · " + getTranslation("app.name");
    }
}
