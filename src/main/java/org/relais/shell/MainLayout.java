package org.relais.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.relais.components.EntryMark;
import org.relais.components.FrameNotice;
import org.relais.components.Glyph;
import org.relais.components.UsableBeforeSetUp;
import org.relais.language.LanguageMemory;
import org.relais.language.LanguageSelect;
import org.relais.language.PhraseBook;
import org.relais.live.ui.LinkNotice;
import org.relais.live.ui.LinkState;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.people.ui.CurrentStore;
import org.relais.people.ui.StoreChoice;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;
import org.relais.sync.ui.SyncBadge;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page for people who signed in: a drawer with the work at the top and this server's own matters in its
 * lower part. Views come into it by themselves: {@code @Menu(title = <key of the translations>, icon = <glyph's name>)},
 * with an order from 100 on for the lower part.
 */
@Layout
@PermitAll
@StyleSheet("assets/shell.css")
@StyleSheet("assets/print.css")
class MainLayout extends AppLayout implements AfterNavigationObserver, LocaleChangeObserver {

    private static final double LOWER_PART = 100;
    private static final String SYNC_PATH = "synchronisation";
    private static final String SET_UP_PATH = "setup";

    private final StatusFeed feed;
    private final PhraseBook phraseBook;
    private final SyncBadge badge;
    private final LanguageMemory memory;
    private final AuthenticationContext authentication;
    private final CurrentUser currentUser;

    private final Anchor skip = new Anchor("#content");
    private final DrawerToggle toggle = new DrawerToggle();
    private final Aside drawer = new Aside();
    private final Span brandTagline = new Span();
    private final Nav work = new Nav();
    private final Nav server = new Nav();
    private final Span user = new Span();
    private final NativeButton signOut = new NativeButton();
    private final NativeButton appearance = new NativeButton();
    private final Main main = new Main();
    private final Div notices = new Div();
    private final Div page;
    private final NavEntry setUp = new NavEntry(SET_UP_PATH, "menu.setup", icon(Glyph.PREPARE));
    private final List<NavEntry> entries = new ArrayList<>();
    private final List<NavEntry> afterSetUp = new ArrayList<>();
    private final List<EntryMark> marks;
    private boolean initialised;

    MainLayout(
            StatusFeed feed,
            PhraseBook phraseBook,
            SyncBadge badge,
            LanguageSelect languages,
            LanguageMemory memory,
            AuthenticationContext authentication,
            CurrentUser currentUser,
            CurrentStore currentStore,
            AwayNotice away,
            ObjectProvider<EntryMark> marks,
            ObjectProvider<FrameNotice> frameNotices) {
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.badge = badge;
        this.memory = memory;
        this.authentication = authentication;
        this.currentUser = currentUser;
        this.marks = marks.stream().toList();
        this.page = new Div(new LinkNotice(), away, notices, main);
        frameNotices.orderedStream().forEach(notices::add);
        setPrimarySection(Section.DRAWER);
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("router-ignore", true);
        // In the drawer or in the bar, whichever is seen: the browser moves it.
        addToDrawer(new LinkState(feed, currentUser));
        addToNavbar(new Header(toggle, brand("bar-brand")));
        Div upper = new Div(skip, drawerBrand(), work);
        upper.addClassName("drawer-upper");
        Div lower = new Div(server, store(currentStore), person(), preferences(languages));
        lower.addClassName("drawer-lower");
        drawer.add(upper, lower);
        drawer.addClassName("drawer");
        addToDrawer(drawer);
        fill();
        feed.follow(this, status -> getUI().ifPresent(page -> show(status, page)));
    }

    private Div drawerBrand() {
        Div box = new Div(brand("brand"), brandTagline);
        box.addClassName("drawer-brand");
        brandTagline.addClassName("brand-tagline");
        return box;
    }

    private static Span brand(String className) {
        Image logo = new Image("assets/logo.svg", "");
        logo.addClassName("logo");
        Span brand = new Span(logo, new Span("Relais"));
        brand.addClassName(className);
        return brand;
    }

    private void fill() {
        UnorderedList workEntries = new UnorderedList();
        UnorderedList serverEntries = new UnorderedList();
        NavEntry sync = new NavEntry(SYNC_PATH, "menu.sync", badge.icon());
        sync.append(badge.count());
        add(workEntries, setUp);
        add(serverEntries, sync);
        afterSetUp.add(sync);
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            boolean lower = entry.order() != null && entry.order() >= LOWER_PART;
            NavEntry shown = new NavEntry(entry.path(), entry.title(), icon(entry));
            marks.stream().filter(mark -> mark.belongsTo(entry.menuClass())).forEach(shown::mark);
            add(lower ? serverEntries : workEntries, shown);
            if (!entry.menuClass().isAnnotationPresent(UsableBeforeSetUp.class)) {
                afterSetUp.add(shown);
            }
        }
        work.add(workEntries);
        server.add(serverEntries);
    }

    private void add(UnorderedList list, NavEntry entry) {
        entries.add(entry);
        list.add(entry);
    }

    private static Component icon(MenuEntry entry) {
        Glyph glyph = Stream.of(Glyph.values())
                .filter(one -> one.name().replace('_', '-').equalsIgnoreCase(entry.icon()))
                .findFirst()
                .orElse(Glyph.ARROW);
        return icon(glyph);
    }

    private static Component icon(Glyph glyph) {
        Span box = new Span(glyph.create());
        box.addClassName("nav-icon");
        return box;
    }

    /** Before the first synchronisation is complete only what makes sense then is offered. */
    private void show(SyncStatus status, UI page) {
        boolean startsOver = initialised && !status.initialised();
        initialised = status.initialised();
        setUp.setVisible(!initialised);
        afterSetUp.forEach(entry -> entry.usable(initialised));
        notices.setVisible(initialised);
        badge.show(status, phraseBook.of(page));
        if (startsOver) {
            // Somebody let this site start over: from here on the pages lead to the set-up.
            page.access(() -> page.refreshCurrentRoute(false));
        }
    }

    private static Div store(CurrentStore currentStore) {
        Div box = new Div(Glyph.LOCATIONS.create(), new StoreChoice("current-store", currentStore));
        box.addClassName("current-store");
        return box;
    }

    private Div person() {
        user.setId("signed-in-user");
        user.addClassName("user-name");
        signOut.setId("sign-out");
        signOut.addClassNames("icon-button");
        signOut.add(Glyph.SIGN_OUT.create());
        signOut.addClickListener(click -> authentication.logout());
        Div box = new Div(Glyph.USER.create(), user, signOut);
        box.addClassName("person");
        return box;
    }

    private Div preferences(LanguageSelect languages) {
        appearance.setId("appearance");
        appearance.addClassName("icon-button");
        appearance.getElement().setAttribute("type", "button").setAttribute("data-appearance", true);
        appearance.add(Glyph.APPEARANCE.create());
        Div box = new Div(languages, appearance);
        box.addClassName("preferences");
        return box;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        memory.recall()
                .filter(language -> !language.equals(event.getUI().getLocale()))
                .ifPresent(language -> VaadinSession.getCurrent().setLocale(language));
        translate(event.getUI());
        main.getChildren()
                .filter(HasDynamicTitle.class::isInstance)
                .forEach(view -> event.getUI().getPage().setTitle(((HasDynamicTitle) view).getPageTitle()));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate(event.getUI());
    }

    private void translate(UI page) {
        skip.setText(getTranslation("app.skip"));
        toggle.setAriaLabel(getTranslation("app.menu"));
        brandTagline.setText(getTranslation("app.tagline"));
        drawer.getElement().setAttribute("aria-label", getTranslation("app.nav"));
        work.setAriaLabel(getTranslation("app.nav.work"));
        server.setAriaLabel(getTranslation("app.nav.server"));
        String name = currentUser.find().map(SignedInUser::displayName).orElse("");
        user.setText(name);
        user.getElement().setAttribute("aria-label", getTranslation("user.label", name));
        label(signOut, "user.sign-out");
        label(appearance, "appearance.label");
        entries.forEach(NavEntry::translate);
        show(feed.now(), page);
    }

    private void label(NativeButton button, String key) {
        button.setAriaLabel(getTranslation(key));
        button.setTitle(getTranslation(key));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        super.showRouterLayoutContent(page);
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String canonical = canonical(event);
        entries.forEach(entry -> entry.markCurrent(canonical));
        getUI().ifPresent(page -> badge.show(feed.now(), phraseBook.of(page)));
    }

    /** The page's own path, also where an alias led to it. */
    @SuppressWarnings("unchecked")
    private static String canonical(AfterNavigationEvent event) {
        return event.getActiveChain().stream()
                .findFirst()
                .map(HasElement::getClass)
                .flatMap(view -> RouteConfiguration.forSessionScope().getTemplate((Class<? extends Component>) view))
                .orElse(event.getLocation().getPath());
    }
}
