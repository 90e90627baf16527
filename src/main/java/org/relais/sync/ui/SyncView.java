package org.relais.sync.ui;

import com.vaadin.flow.component.AttachEvent;
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
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.run.ui.FailureLine;
import org.relais.run.ui.FoldedSteps;
import org.relais.run.ui.NextTry;
import org.relais.run.ui.RunStory;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;
import org.relais.vocabulary.ProgramVersion;

/** The Synchronisation page: what waits, how the run goes on, how the last one ended, and this server's address for phones. */
@Route("synchronisation")
@RouteAlias("sincronizacion")
@PermitAll
@StyleSheet("assets/sync.css")
class SyncView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private static final int MANY = 100;

    private final StatusFeed feed;
    private final PhraseBook phraseBook;
    private final Site site;
    private final Clock clock;

    private final H1 title = new H1();
    private final ServerCard server;
    private final Div pending = new Div();
    private final Span waiting = new Span();
    private final Span waitingLabel = new Span();
    private final Notice restored = new Notice("sync-restored", Glyph.INFO, "warn");
    private final Notice paused = new Notice("sync-paused", Glyph.PAUSE, "calm");
    private final Notice many = new Notice("sync-many", Glyph.CLOCK, "calm");
    private final FoldedSteps stepper;
    private final RunStory story = new RunStory();
    private final Anchor settings = new Anchor("settings");
    private final Span settingsWord = new Span();
    private final FailureLine failure;
    private final HereAlreadyLine here;
    private final NextTry nextTry = new NextTry();
    private final SyncNowButton start;
    private final CancelButton cancel;
    private final SyncFacts facts = new SyncFacts();
    private final LookBack lookBack = new LookBack();
    private final Announcer announcer = new Announcer();

    SyncView(
            StatusFeed feed,
            SyncNowButton start,
            CancelButton cancel,
            CurrentUser person,
            PhraseBook phraseBook,
            FailureWords failures,
            Site site,
            ServerAddress addresses,
            HereAlready hereAlready,
            Clock clock) {
        this.feed = feed;
        this.start = start;
        this.cancel = cancel;
        this.phraseBook = phraseBook;
        this.site = site;
        this.clock = clock;
        URI origin = Browser.origin();
        this.server = new ServerCard(
                addresses.reachable(origin),
                addresses.onlyThisMachine(origin),
                ProgramVersion.ofThisProgram().number());
        boolean administrator = person.may(Permission.ADMINISTER_SERVER);
        this.stepper = new FoldedSteps(failures);
        this.here = new HereAlreadyLine(hereAlready);
        this.failure = new FailureLine(failures, administrator, start::start);
        settings.setVisible(administrator);
        addClassNames("page", "sync-page");
        Header header = new Header(title, server);
        header.addClassNames("page-head", "sync-head");
        start.setId("sync-now");
        cancel.setId("sync-cancel");
        settings.setId("sync-settings");
        settings.addClassName("link-button");
        settings.getElement().setAttribute("router-link", true);
        settings.add(Glyph.SETTINGS.create(), settingsWord);
        add(header, restored, paused, panel(), facts, lookBack, announcer);
        feed.follow(this, this::show);
    }

    private Div panel() {
        waiting.addClassName("figure");
        waitingLabel.addClassName("figure-label");
        Anchor toWaiting = new Anchor("records/waiting", waiting, waitingLabel);
        toWaiting.getElement().setAttribute("router-link", true);
        toWaiting.addClassName("pending");
        pending.add(toWaiting);
        pending.setId("pending-count");
        Div actions = new Div(start, cancel, settings);
        actions.addClassName("actions");
        Div top = new Div(pending, actions);
        top.addClassName("panel-top");
        Div panel = new Div(top, many, failure, here, nextTry, stepper, story);
        panel.addClassName("panel");
        Stream.of(pending, stepper, story, facts)
                .forEach(part -> part.getElement().setAttribute("data-live", true));
        return panel;
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
        settingsWord.setText(phrases.text("menu.settings"));
        showPending(status, phrases);
        showNotices(status, phrases);
        stepper.show(status.steps(), now, phrases);
        story.show(status.newest(), now, phrases);
        here.show(status, phrases);
        nextTry.show(status.triesSoon() ? status.nextRunAt() : null, now, phrases);
        failure.show(status.newest(), now, phrases);
        facts.show(status, now, phrases);
        lookBack.show(status, phrases);
        announcer.show(status, phrases);
    }

    private void showPending(SyncStatus status, Phrases phrases) {
        boolean none = status.pending() == 0;
        pending.getElement().setAttribute("data-count", Long.toString(status.pending()));
        waiting.setText(phrases.number(status.pending()));
        waiting.setClassName("sr-only", none);
        waitingLabel.setText(phrases.text("sync.pending.label", status.pending()));
        many.setVisible(false);
        if (status.pending() >= MANY) {
            many.show(phrases.text("sync.many"), null);
        }
    }

    private void showNotices(SyncStatus status, Phrases phrases) {
        restored.setVisible(false);
        if (site.restoredAt().isPresent()) {
            restored.show(phrases.text("sync.restored"), phrases.text("sync.restored.hint"));
        }
        paused.setVisible(false);
        if (status.paused()) {
            paused.show(phrases.text("sync.paused"), phrases.text("sync.paused.hint"));
        }
    }
}
