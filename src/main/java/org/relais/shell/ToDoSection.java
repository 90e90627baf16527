package org.relais.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.run.Advice;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.ui.StatusFeed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** What is there to be done by whoever looks at the page? A line for each thing, with the way to it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(20)
class ToDoSection extends HomeSection {

    private final StatusFeed feed;
    private final Synchroniser synchroniser;
    private final CurrentUser person;
    private final PhraseBook phraseBook;
    private final FailureWords failures;
    private final Paragraph nothing = new Paragraph();
    private final UnorderedList things = new UnorderedList();
    private Shown shown;

    ToDoSection(
            StatusFeed feed,
            Synchroniser synchroniser,
            CurrentUser person,
            PhraseBook phraseBook,
            FailureWords failures) {
        super("home-to-do");
        this.feed = feed;
        this.synchroniser = synchroniser;
        this.person = person;
        this.phraseBook = phraseBook;
        this.failures = failures;
        answer().getElement().setAttribute("data-live", true);
        nothing.setId("home-nothing-to-do");
        nothing.addClassName("home-state");
        things.addClassName("home-things");
        answer().add(nothing, things);
        feed.follow(this, this::show);
    }

    @Override
    protected void translate() {
        ask(getTranslation("home.question.to-do"));
        shown = null;
        show(feed.now());
    }

    /** What the lines hang on: they are not made anew at each move of a run, under the finger that presses one. */
    private record Shown(long toReport, boolean paused, long pending, Run failed) {}

    private void show(SyncStatus status) {
        Shown now = new Shown(status.setAside().toReport(), status.paused(), status.pending(), failed(status));
        if (getUI().isEmpty() || now.equals(shown)) {
            return;
        }
        shown = now;
        Phrases phrases = phraseBook.of(getUI().get());
        things.removeAll();
        addFailure(phrases);
        addToReport(phrases);
        addPaused(phrases);
        addWaiting(phrases);
        boolean urgent = now.failed() != null || now.toReport() > 0 || now.paused();
        boolean any = things.getComponentCount() > 0;
        nothing.setVisible(!any);
        nothing.setText(phrases.text("home.to-do.nothing"));
        show(urgent ? Glyph.ALERT : any ? Glyph.WAITING : Glyph.CHECK, urgent ? "warn" : any ? "calm" : "good");
    }

    /** The last run, if it failed and somebody should see to it; else null. */
    private static Run failed(SyncStatus status) {
        Run last = status.last();
        boolean failed = last != null && (last.outcome() == Outcome.FAILED || last.outcome() == Outcome.PARTIAL);
        return failed && last.error() != null ? last : null;
    }

    private void addFailure(Phrases phrases) {
        if (shown.failed() != null) {
            Run failed = shown.failed();
            add(
                    "home-to-do-failure",
                    new Advice(failed, failures).on(failed.error(), phrases.locale()),
                    link("synchronisation", phrases.text("home.to-do.see-failure")));
        }
    }

    private void addToReport(Phrases phrases) {
        if (shown.toReport() > 0) {
            add(
                    "home-to-do-report",
                    phrases.text("home.to-do.report", shown.toReport()),
                    link("records/failed", phrases.text("home.to-do.see")));
        }
    }

    private void addPaused(Phrases phrases) {
        if (!shown.paused()) {
            return;
        }
        if (person.may(Permission.ADMINISTER_SERVER)) {
            Button resume = new Button(phrases.text("home.to-do.resume"), click -> resume());
            resume.setId("home-resume");
            resume.setDisableOnClick(true);
            add("home-to-do-paused", phrases.text("home.to-do.paused"), resume);
        } else {
            add("home-to-do-paused", phrases.text("home.to-do.paused.ask"), null);
        }
    }

    private void addWaiting(Phrases phrases) {
        if (shown.pending() > 0) {
            add(
                    "home-to-do-waiting",
                    phrases.text(shown.paused() ? "home.to-do.waiting.paused" : "home.to-do.waiting", shown.pending()),
                    shown.paused()
                            ? link("synchronisation", phrases.text("home.open-sync"))
                            : link("records/waiting", phrases.text("home.to-do.see")));
        }
    }

    private void resume() {
        person.require(Permission.ADMINISTER_SERVER);
        synchroniser.resume();
        show(synchroniser.status());
    }

    /** @param way how to do it; null where the person cannot */
    private void add(String id, String words, Component way) {
        ListItem thing = new ListItem(new Span(words));
        thing.setId(id);
        if (way != null) {
            thing.add(way);
        }
        things.add(thing);
    }

    private static Anchor link(String path, String words) {
        Anchor link = new Anchor(path, words);
        link.addClassName("link-button");
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
