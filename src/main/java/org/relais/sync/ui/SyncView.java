package org.relais.sync.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.security.PermissionRefresh;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.Trigger;

/** The Synchronisation page: what waits, how the run goes on, how the last one ended, and this server's address for phones. */
@Route("synchronisation")
@RouteAlias("sincronizacion")
@PermitAll
@StyleSheet("assets/sync.css")
class SyncView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MANY = 100;

    private final transient StatusFeed feed;
    private final transient Synchroniser synchroniser;
    private final transient AuthenticationContext authentication;
    private final transient PermissionRefresh permissions;
    private final transient PhraseBook phraseBook;
    private final transient Site site;
    private final transient Clock clock;

    private final H1 title = new H1();
    private final ServerCard server;
    private final Span waiting = new Span();
    private final Span waitingLabel = new Span();
    private final Notice paused = new Notice("sync-paused", Glyph.PAUSE, "calm");
    private final Notice many = new Notice("sync-many", Glyph.CLOCK, "calm");
    private final Stepper stepper;
    private final FailureLine failure;
    private final Button start = new Button();
    private final Button cancel = new Button();
    private final Span spinner = new Span();
    private final Span startGlyph = Glyph.SYNC.create();
    private final SyncFacts facts = new SyncFacts();
    private final LookBack lookBack;
    private final Announcer announcer = new Announcer();
    private transient Long cancelledRun;

    SyncView(
            StatusFeed feed,
            Synchroniser synchroniser,
            AuthenticationContext authentication,
            PermissionRefresh permissions,
            PhraseBook phraseBook,
            FailureWords failures,
            Site site,
            ServerAddress addresses,
            Version version,
            RecordStore store,
            Outbox outbox,
            Clock clock) {
        this.feed = feed;
        this.synchroniser = synchroniser;
        this.authentication = authentication;
        this.permissions = permissions;
        this.phraseBook = phraseBook;
        this.site = site;
        this.clock = clock;
        URI origin = Browser.origin();
        this.server = new ServerCard(addresses.reachable(origin), addresses.onlyThisMachine(origin), version.text());
        this.stepper = new Stepper(failures);
        this.failure = new FailureLine(failures);
        this.lookBack = new LookBack(store, outbox);
        addClassNames("page", "sync-page");
        Header header = new Header(title, server);
        header.addClassName("page-head");
        prepareButtons();
        add(header, paused, panel(), facts, lookBack, announcer);
        feed.follow(this, this::show);
    }

    private Div panel() {
        waiting.addClassName("figure");
        waitingLabel.addClassName("figure-label");
        Anchor toWaiting = new Anchor("records/waiting", waiting, waitingLabel);
        toWaiting.getElement().setAttribute("router-link", true);
        toWaiting.addClassName("pending");
        Div pending = new Div(toWaiting);
        pending.setId("pending-count");
        Div actions = new Div(start, cancel);
        actions.addClassName("actions");
        Div top = new Div(pending, actions);
        top.addClassName("panel-top");
        Div panel = new Div(top, many, stepper, failure);
        panel.addClassName("panel");
        return panel;
    }

    private void prepareButtons() {
        start.setId("sync-now");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        start.addClickListener(click -> startRun());
        spinner.addClassName("spinner");
        spinner.getElement().setAttribute("aria-hidden", "true");
        cancel.setId("sync-cancel");
        cancel.setDisableOnClick(true);
        cancel.addClickListener(click -> cancelRun());
    }

    private void startRun() {
        permissions.ask();
        synchroniser.start(Trigger.PERSON, authentication.getPrincipalName().orElse(null));
        feed.refresh();
        show(feed.now());
    }

    private void cancelRun() {
        SyncStatus status = feed.now();
        if (status.current() != null) {
            cancelledRun = status.current().id();
        }
        synchroniser.cancel();
        feed.refresh();
        show(feed.now());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        showAll();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        showAll();
    }

    private void showAll() {
        getUI().map(phraseBook::of)
                .ifPresent(phrases ->
                        server.show(site.settings().map(SiteSettings::name).orElse(null), phrases));
        show(feed.now());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sync.title") + " · " + getTranslation("app.name");
    }

    private void show(SyncStatus status) {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phraseBook.of(getUI().get());
        Instant now = clock.instant();
        title.setText(phrases.text("sync.title"));
        showPending(status, phrases);
        showNotices(status, phrases);
        showButtons(status, phrases);
        stepper.show(status, now, phrases);
        failure.show(status, now, phrases);
        facts.show(status, now, phrases);
        lookBack.show(status, phrases);
        announcer.show(status, phrases);
    }

    private void showPending(SyncStatus status, Phrases phrases) {
        waiting.setText(phrases.number(status.pending()));
        waitingLabel.setText(phrases.text("sync.pending.label", status.pending()));
        many.setVisible(false);
        if (status.pending() >= MANY) {
            many.show(phrases.text("sync.many"), null);
        }
    }

    private void showNotices(SyncStatus status, Phrases phrases) {
        paused.setVisible(false);
        if (status.paused()) {
            paused.show(phrases.text("sync.paused"), phrases.text("sync.paused.hint"));
        }
    }

    private void showButtons(SyncStatus status, Phrases phrases) {
        boolean running = status.current() != null;
        boolean stopping = running && Long.valueOf(status.current().id()).equals(cancelledRun);
        start.setEnabled(!running);
        start.setText(phrases.text(running ? "sync.running" : "sync.button"));
        Span icon = running ? spinner : startGlyph;
        if (start.getIcon() != icon) {
            start.setIcon(icon);
        }
        start.getElement().setAttribute("aria-busy", Boolean.toString(running));
        cancel.setVisible(running);
        cancel.setEnabled(!stopping);
        cancel.setText(phrases.text(stopping ? "sync.cancelling" : "sync.cancel"));
    }
}
