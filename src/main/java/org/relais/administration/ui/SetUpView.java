package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.UsableBeforeSetUp;
import org.relais.exchange.Failures;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.record.RecordStore;
import org.relais.run.ui.Cure;
import org.relais.site.Site;
import org.relais.site.SiteAccess;
import org.relais.site.Stores;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.CancelButton;
import org.relais.sync.ui.StatusFeed;

/**
 * Sets this site up in three stages: the connection, the first synchronisation, what it has brought. Which of them is shown follows
 * from how the site stands and from nothing else, so it is the true one after a restart and in every browser. Who is no administrator
 * is told whom to ask.
 */
@Route(SetUpView.PATH)
@RouteAlias("configuration")
@RouteAlias("configuracion")
@PermitAll
@UsableBeforeSetUp
@StyleSheet("assets/setup.css")
class SetUpView extends Section implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {

    static final String PATH = "setup";

    private final StatusFeed feed;
    private final PhraseBook phraseBook;
    private final Site site;
    private final Clock clock;
    private final boolean administrator;

    private final H1 title = new H1();
    private final Span subtitle = new Span();
    private final StageTrail trail = new StageTrail();
    private final Notice wait = new Notice("setup-wait", Glyph.WAITING, "calm");
    private final ConnectStage connect;
    private final FirstRunStage firstRun;
    private final DoneStage done;
    private final Div panel;
    private final List<SetUpAid> aids;
    private SetUpStage shown;
    private boolean correcting;

    SetUpView(
            StatusFeed feed,
            PhraseBook phraseBook,
            FailureWords words,
            Failures failures,
            Synchroniser synchroniser,
            Site site,
            SiteAccess access,
            Stores stores,
            RecordStore records,
            CurrentUser person,
            HereAlready here,
            CancelButton cancel,
            List<SetUpAid> aids,
            Clock clock) {
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.site = site;
        this.clock = clock;
        this.administrator = person.may(Permission.ADMINISTER_SERVER);
        this.connect = new ConnectStage(
                access, site, phraseBook, words, failures, person, clock, this::connected, this::goBack);
        this.firstRun = new FirstRunStage(
                synchroniser,
                site,
                words,
                here,
                cancel,
                () -> person.find().map(SignedInUser::name).orElse(null),
                this::correct);
        this.done = new DoneStage(stores, records);
        addClassNames("page", "sync-page", "setup-page");
        subtitle.addClassName("subtitle");
        Header header = new Header(new Div(title, subtitle));
        header.addClassName("page-head");
        // What a person may not do is not on the page at all, rather than hidden.
        panel = administrator ? new Div(connect, firstRun, done) : new Div(done);
        panel.addClassName("panel");
        trail.setVisible(administrator);
        add(header, trail, wait, panel);
        this.aids = administrator ? aids : List.of();
        this.aids.forEach(aid -> {
            aid.about(() -> connect.isVisible() ? connect.address() : "");
            getElement().appendChild(aid.getElement());
        });
        feed.follow(this, status -> show(status, false));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (site.initialised()) {
            event.forwardTo("");
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(feed.now(), true);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show(feed.now(), true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title") + " · " + getTranslation("app.name");
    }

    /** Other credentials begin the first synchronisation by themselves; the same ones do not. */
    private void connected() {
        if (!site.initialised()) {
            firstRun.start();
        }
        goBack();
    }

    private void correct(Cure cure) {
        correcting = true;
        connect.correct(cure);
        show(feed.now(), true);
    }

    private void goBack() {
        correcting = false;
        show(feed.now(), true);
    }

    private void show(SyncStatus status, boolean anew) {
        getUI().map(phraseBook::of).ifPresent(phrases -> {
            SetUpStage stage = stage(status);
            if (anew || stage != shown) {
                shown = stage;
                turnTo(stage, status, phrases);
            }
            if (stage == SetUpStage.FIRST_RUN) {
                firstRun.show(status, clock.instant(), phrases);
            }
        });
    }

    /** A person who corrects the connection keeps the form, whatever runs meanwhile. */
    private SetUpStage stage(SyncStatus status) {
        SetUpStage stage = SetUpStage.of(status);
        return correcting && stage == SetUpStage.FIRST_RUN ? SetUpStage.CONNECT : stage;
    }

    private void turnTo(SetUpStage stage, SyncStatus status, Phrases phrases) {
        boolean over = stage == SetUpStage.DONE;
        title.setText(phrases.text("setup.title"));
        subtitle.setText(phrases.text("setup.subtitle"));
        subtitle.setVisible(!over);
        trail.show(stage, phrases);
        panel.setVisible(administrator || over);
        wait.setVisible(false);
        if (!administrator && !over) {
            wait.show(phrases.text("setup.wait"), phrases.text("setup.wait.hint"));
        }
        aids.forEach(aid -> {
            aid.getElement().setVisible(!over);
            aid.translate(phrases);
        });
        connect.setVisible(stage == SetUpStage.CONNECT);
        firstRun.setVisible(stage == SetUpStage.FIRST_RUN);
        done.setVisible(over);
        if (stage == SetUpStage.CONNECT) {
            connect.show(status.configured(), phrases);
        } else if (over) {
            done.show(status.paused(), phrases);
        }
    }
}
