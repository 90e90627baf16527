package org.relais.sync.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;

/** When the last synchronisation took place and how it ended, the last successful one where that is another, and the next. */
class SyncFacts extends DescriptionList {

    private final Fact last = new Fact("last-sync");
    private final Fact success = new Fact("last-success");
    private final Fact next = new Fact("next-sync");

    SyncFacts() {
        addClassName("sync-facts");
        getElement().appendChild(last.group.getElement(), success.group.getElement(), next.group.getElement());
    }

    void show(SyncStatus status, Instant now, Phrases phrases) {
        Run lastRun = status.last();
        Run lastSuccess = status.lastSuccess();
        last.term.setText(phrases.text("sync.last"));
        showRun(last, lastRun, now, phrases);
        success.term.setText(phrases.text("sync.last-success"));
        boolean differs = lastRun != null && (lastSuccess == null || lastSuccess.id() != lastRun.id());
        success.group.setVisible(differs);
        if (differs) {
            showRun(success, lastSuccess, now, phrases);
        }
        success.outcome.setVisible(false);
        next.term.setText(phrases.text("sync.next"));
        showNext(status, now, phrases);
    }

    private static void showRun(Fact fact, Run run, Instant now, Phrases phrases) {
        if (run == null) {
            fact.plain(phrases.text("sync.never"));
            return;
        }
        Instant end = run.finishedAt() == null ? run.startedAt() : run.finishedAt();
        fact.moment(end, now, phrases);
        fact.note.setText(phrases.text("sync.took", phrases.duration(Duration.between(run.startedAt(), end))));
        fact.note.setVisible(true);
        fact.outcome.setVisible(true);
        fact.outcome.setText(phrases.text("sync.outcome." + run.outcome().key()));
        fact.outcome.getElement().setAttribute("data-outcome", run.outcome().key());
    }

    private void showNext(SyncStatus status, Instant now, Phrases phrases) {
        if (status.current() != null) {
            next.plain(phrases.text("sync.next.running"));
        } else if (status.paused()) {
            next.plain(phrases.text("sync.next.paused"));
        } else if (status.nextRunAt() == null) {
            next.plain(phrases.text("sync.next.unknown"));
        } else {
            next.moment(status.nextRunAt(), now, phrases);
        }
    }

    /** One line: a term and what there is to say about it. */
    private static final class Fact {

        private final Term term = new Term();
        private final Span main = new Span();
        private final RelativeTime relative = new RelativeTime();
        private final Span note = new Span();
        private final Span outcome = new Span();
        private final Div group;

        Fact(String id) {
            main.addClassName("fact-main");
            relative.addClassName("fact-part");
            note.addClassName("fact-part");
            outcome.addClassName("outcome");
            Description description = new Description(main, relative, note, outcome);
            description.setId(id);
            group = new Div();
            group.addClassName("fact");
            group.getElement().appendChild(term.getElement(), description.getElement());
        }

        void plain(String text) {
            main.setText(text);
            relative.setVisible(false);
            note.setVisible(false);
            outcome.setVisible(false);
        }

        void moment(Instant moment, Instant now, Phrases phrases) {
            main.setText(phrases.moment(moment, now));
            relative.setVisible(true);
            relative.show(moment, now, phrases);
            note.setVisible(false);
            outcome.setVisible(false);
        }
    }
}
