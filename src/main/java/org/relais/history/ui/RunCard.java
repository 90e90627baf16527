package org.relais.history.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.RelativeTime;
import org.relais.run.Outcome;
import org.relais.run.Run;

/** The pieces that show a run in the list. */
final class RunCard {

    private RunCard() {}

    /** All about a run in one cell, for narrow screens. */
    static Div whole(Run run, RunWords words, FailureWords failures) {
        Span trigger = new Span(words.trigger(run));
        trigger.addClassName("soft");
        Span figures = new Span(words.duration(run) + " · " + words.records(run));
        figures.addClassName("soft");
        figures.setVisible(run.outcome() != Outcome.RUNNING);
        Div card = new Div(start(run, words), ending(run, words, failures), trigger, figures);
        card.addClassName("row-card");
        return card;
    }

    /** When it began, as the link to its page. */
    static Div start(Run run, RunWords words) {
        Anchor link = new Anchor("history/" + run.id(), words.start(run));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("row-link");
        RelativeTime since = new RelativeTime();
        since.addClassName("soft");
        since.show(run.startedAt(), words.now(), words.phrases());
        Div both = new Div(link, since);
        both.addClassName("row-start");
        return both;
    }

    /** How it ended, and where it went wrong the first words about that. */
    static Div ending(Run run, RunWords words, FailureWords failures) {
        Div ending = new Div(outcome(run.outcome(), words));
        ending.addClassName("row-ending");
        boolean wrong = run.outcome() == Outcome.FAILED || run.outcome() == Outcome.PARTIAL;
        if (wrong && run.error() != null) {
            Span why = new Span(failures.text(
                    run.error().code(), run.error().server(), words.phrases().locale()));
            why.addClassNames("row-why", "soft");
            ending.add(why);
        }
        return ending;
    }

    /** How it ended: a sign and a word, so that nobody has to tell colours apart. */
    static Span outcome(Outcome outcome, RunWords words) {
        Span chip = new Span(sign(outcome).create(), new Span(words.outcome(outcome)));
        chip.addClassNames("outcome", "outcome-chip");
        chip.getElement().setAttribute("data-outcome", outcome.key());
        return chip;
    }

    private static Glyph sign(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> Glyph.SYNC;
            case SUCCEEDED -> Glyph.CHECK;
            case PARTIAL, FAILED -> Glyph.ALERT;
            case CANCELLED -> Glyph.CLOSE;
            case INTERRUPTED -> Glyph.PAUSE;
        };
    }
}
