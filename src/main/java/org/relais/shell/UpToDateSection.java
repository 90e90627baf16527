package org.relais.shell;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.Freshness;
import org.relais.sync.SyncStatus;
import org.relais.sync.ui.StatusFeed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** Is this server up to date with the network, and since when? */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(10)
class UpToDateSection extends HomeSection {

    private final StatusFeed feed;
    private final PhraseBook phraseBook;
    private final FailureWords failures;
    private final BadgeSettings badge;
    private final Clock clock;

    private final Paragraph state = new Paragraph();
    private final Paragraph advice = new Paragraph();
    private final Fact waiting = new Fact("home-waiting");
    private final Fact last = new Fact("home-last");
    private final Fact next = new Fact("home-next");

    UpToDateSection(StatusFeed feed, PhraseBook phraseBook, FailureWords failures, BadgeSettings badge, Clock clock) {
        super("home-up-to-date");
        this.feed = feed;
        this.phraseBook = phraseBook;
        this.failures = failures;
        this.badge = badge;
        this.clock = clock;
        getElement().setAttribute("data-live", true);
        state.setId("home-state");
        state.addClassName("home-state");
        advice.addClassName("soft");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("home-facts");
        facts.getElement().appendChild(last.getElement(), next.getElement(), waiting.getElement());
        answer().add(state, advice, facts);
        feed.follow(this, this::show);
    }

    @Override
    protected void translate() {
        ask(getTranslation("home.question.up-to-date"));
        show(feed.now());
    }

    private void show(SyncStatus status) {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phraseBook.of(getUI().get());
        Instant now = clock.instant();
        showState(status, now, phrases);
        showFacts(status, now, phrases);
    }

    private void showFacts(SyncStatus status, Instant now, Phrases phrases) {
        waiting.say(phrases.text("home.fact.waiting"), phrases.number(status.pending()));
        Run ended = status.last();
        if (ended == null) {
            last.say(phrases.text("home.fact.last"), phrases.text("sync.never"));
        } else {
            Instant end = ended.finishedAt() == null ? ended.startedAt() : ended.finishedAt();
            last.show(phrases.text("home.fact.last"), end, now, phrases);
        }
        if (status.paused()) {
            next.say(phrases.text("home.fact.next"), phrases.text("home.next.paused"));
        } else if (status.nextRunAt() == null) {
            next.say(phrases.text("home.fact.next"), phrases.text("sync.next.none"));
        } else {
            next.show(phrases.text("home.fact.next"), status.nextRunAt(), now, phrases);
        }
    }

    private void showState(SyncStatus status, Instant now, Phrases phrases) {
        Run ended = status.last();
        BadgeThresholds thresholds = badge.thresholds();
        Freshness freshness = Freshness.of(status.freshSince(), thresholds, now);
        if (status.current() != null) {
            say(Glyph.SYNC, "calm", phrases.text("home.running"), phrases.text("home.running.hint"));
        } else if (ended != null && ended.error() != null) {
            showFailure(ended.error(), ended.outcome(), phrases);
        } else if (freshness == Freshness.OVERDUE) {
            say(
                    Glyph.ALERT,
                    "bad",
                    late(thresholds.overdueAfter(), phrases),
                    pausedOr("home.late.hint", status, phrases));
        } else if (freshness == Freshness.LATE) {
            say(
                    Glyph.ALERT,
                    "warn",
                    late(thresholds.lateAfter(), phrases),
                    pausedOr("home.late.hint", status, phrases));
        } else if (status.paused()) {
            say(Glyph.PAUSE, "warn", phrases.text("home.paused"), phrases.text("home.paused.hint"));
        } else if (status.pending() > 0) {
            say(Glyph.WAITING, "good", phrases.text("home.waiting"), phrases.text("home.waiting.hint"));
        } else {
            say(Glyph.CHECK, "good", phrases.text("home.calm"), phrases.text("home.calm.hint"));
        }
    }

    private static String late(Duration time, Phrases phrases) {
        return phrases.text("home.late", phrases.wholeDuration(time));
    }

    /** What a paused schedule does not do is not promised. */
    private static String pausedOr(String key, SyncStatus status, Phrases phrases) {
        return phrases.text(status.paused() ? "home.paused.hint" : key);
    }

    private void showFailure(Failure failure, Outcome outcome, Phrases phrases) {
        String text = failures.text(failure.code(), failure.server(), phrases.locale());
        switch (outcome) {
            case CANCELLED, INTERRUPTED ->
                say(Glyph.INFO, "calm", text, failures.hint(failure.code(), failure.server(), phrases.locale()));
            case PARTIAL -> say(Glyph.ALERT, "warn", phrases.text("home.partial"), text);
            default -> say(Glyph.ALERT, "bad", phrases.text("home.failed"), text);
        }
    }

    private void say(Glyph sign, String tone, String text, String hint) {
        show(sign, tone);
        state.setText(text);
        advice.setText(hint);
    }

    /** A term, and a moment or a figure. */
    private static final class Fact extends Div {

        private final Term term = new Term();
        private final Span main = new Span();
        private final RelativeTime relative = new RelativeTime();

        Fact(String id) {
            main.addClassName("home-fact");
            relative.addClassName("soft");
            Description description = new Description(main, relative);
            description.setId(id);
            getElement().appendChild(term.getElement(), description.getElement());
        }

        void say(String what, String words) {
            term.setText(what);
            main.setText(words);
            relative.say("");
            relative.setVisible(false);
        }

        void show(String what, Instant moment, Instant now, Phrases phrases) {
            term.setText(what);
            main.setText(phrases.moment(moment, now));
            relative.setVisible(true);
            relative.show(moment, now, phrases);
        }
    }
}
