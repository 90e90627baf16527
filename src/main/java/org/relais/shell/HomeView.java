package org.relais.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;

/** The first page: whose server this is, whether all is well, and if not, what to do. */
@Route("")
@Menu(title = "menu.home", icon = "home", order = 0)
@PermitAll
class HomeView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private final StatusFeed feed;
    private final PhraseBook phraseBook;
    private final FailureWords failures;
    private final Site site;
    private final Clock clock;

    private final H1 title = new H1();
    private final Span subtitle = new Span();
    private final Div card = new Div();
    private final Span glyph = Glyph.CHECK.create();
    private final H2 state = new H2();
    private final Paragraph advice = new Paragraph();
    private final Term waitingTerm = new Term();
    private final Span waiting = new Span();
    private final Term lastTerm = new Term();
    private final RelativeTime last = new RelativeTime();
    private final Term nextTerm = new Term();
    private final RelativeTime next = new RelativeTime();
    private final Anchor open = new Anchor("synchronisation");

    HomeView(StatusFeed feed, PhraseBook phraseBook, FailureWords failures, Site site, Clock clock) {
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.failures = failures;
        this.site = site;
        this.clock = clock;
        addClassNames("page", "home-page");
        subtitle.addClassName("subtitle");
        Header header = new Header(new Div(title, subtitle));
        header.addClassName("page-head");
        state.setId("home-state");
        open.addClassName("link-button");
        open.getElement().setAttribute("router-link", true);
        Div words = new Div(state, advice, open);
        words.addClassName("home-words");
        card.addClassName("home-card");
        card.getElement().setAttribute("data-live", true);
        card.add(glyph, words);
        add(header, card, facts());
        feed.follow(this, this::show);
    }

    private DescriptionList facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("home-facts");
        facts.getElement().setAttribute("data-live", true);
        facts.getElement()
                .appendChild(
                        new Div(waitingTerm, new Description(waiting)).getElement(),
                        new Div(lastTerm, new Description(last)).getElement(),
                        new Div(nextTerm, new Description(next)).getElement());
        return facts;
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
        title.setText(site.settings().map(SiteSettings::name).orElse(getTranslation("app.name")));
        subtitle.setText(getTranslation("app.tagline"));
        show(feed.now());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title") + " · " + getTranslation("app.name");
    }

    private void show(SyncStatus status) {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phraseBook.of(getUI().get());
        Instant now = clock.instant();
        showState(status, phrases);
        open.setText(phrases.text("home.open-sync"));
        waitingTerm.setText(phrases.text("home.fact.waiting"));
        waiting.setText(phrases.number(status.pending()));
        lastTerm.setText(phrases.text("home.fact.last"));
        nextTerm.setText(phrases.text("home.fact.next"));
        if (status.last() == null) {
            last.say(phrases.text("sync.never"));
        } else {
            last.show(ended(status.last()), now, phrases);
        }
        if (status.paused() || status.nextRunAt() == null) {
            next.say(phrases.text("sync.next.none"));
        } else {
            next.show(status.nextRunAt(), now, phrases);
        }
    }

    private static Instant ended(Run run) {
        return run.finishedAt() == null ? run.startedAt() : run.finishedAt();
    }

    private void showState(SyncStatus status, Phrases phrases) {
        Run ended = status.last();
        Failure failure = ended == null ? null : ended.error();
        if (status.current() != null) {
            say(Glyph.SYNC, "calm", phrases.text("home.running"), phrases.text("home.running.hint"));
        } else if (failure != null) {
            showFailure(failure, ended.outcome(), phrases);
        } else if (status.pending() > 0) {
            say(Glyph.WAITING, "calm", phrases.text("home.waiting"), phrases.text("home.waiting.hint"));
        } else {
            say(Glyph.CHECK, "good", phrases.text("home.calm"), phrases.text("home.calm.hint"));
        }
    }

    private void showFailure(Failure failure, Outcome outcome, Phrases phrases) {
        String text = failures.text(failure.code(), failure.server(), phrases.locale());
        String hint = failures.hint(failure.code(), failure.server(), phrases.locale());
        switch (outcome) {
            case CANCELLED, INTERRUPTED -> say(Glyph.INFO, "calm", text, hint);
            case PARTIAL -> say(Glyph.ALERT, "warn", phrases.text("home.partial"), text + " " + hint);
            default -> say(Glyph.ALERT, "bad", phrases.text("home.failed"), text + " " + hint);
        }
    }

    private void say(Glyph sign, String tone, String text, String hint) {
        sign.show(glyph);
        card.getElement().setAttribute("data-tone", tone);
        state.setText(text);
        advice.setText(hint);
    }
}
