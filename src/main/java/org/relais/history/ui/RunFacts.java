package org.relais.history.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;
import org.relais.run.Run;

/** What there is to say about a run as a whole: when, what started it, how long, how much, how it ended. */
class RunFacts extends DescriptionList {

    private final Term startTerm = new Term();
    private final Span start = new Span();
    private final RelativeTime since = new RelativeTime();
    private final Term triggerTerm = new Term();
    private final Description trigger = new Description();
    private final Term durationTerm = new Term();
    private final Description duration = new Description();
    private final Term recordsTerm = new Term();
    private final Description records = new Description();
    private final Term trafficTerm = new Term();
    private final Description traffic = new Description();
    private final Term outcomeTerm = new Term();
    private final Description outcome = new Description();

    RunFacts() {
        setId("run-facts");
        addClassName("run-facts");
        since.addClassName("soft");
        group(outcomeTerm, outcome);
        group(startTerm, new Description(start, since));
        group(durationTerm, duration);
        group(triggerTerm, trigger);
        group(recordsTerm, records);
        group(trafficTerm, traffic);
    }

    private void group(Term term, Description description) {
        Div group = new Div();
        group.getElement().appendChild(term.getElement(), description.getElement());
        getElement().appendChild(group.getElement());
    }

    void show(Run run, RunWords words) {
        Phrases phrases = words.phrases();
        startTerm.setText(phrases.text("history.column.start"));
        start.setText(words.start(run));
        since.show(run.startedAt(), words.now(), phrases);
        triggerTerm.setText(phrases.text("history.column.trigger"));
        trigger.setText(words.trigger(run));
        durationTerm.setText(phrases.text("history.column.duration"));
        duration.setText(words.duration(run));
        recordsTerm.setText(phrases.text("history.column.records"));
        records.setText(words.records(run));
        trafficTerm.setText(phrases.text("history.run.traffic"));
        traffic.setText(words.traffic(run));
        outcomeTerm.setText(phrases.text("history.column.outcome"));
        outcome.removeAll();
        outcome.add(RunCard.outcome(run.outcome(), words));
    }
}
