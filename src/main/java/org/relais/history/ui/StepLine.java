package org.relais.history.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Advice;
import org.relais.run.Failure;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.ui.FailureDetails;
import org.relais.run.ui.SkipReason;
import org.relais.run.ui.StepItem;

/** One step of a run: its name and state, how long it took, what it counted, and what failed with the "i" of its details. */
class StepLine extends ListItem {

    private final FailureWords failures;
    private final Span glyph = Glyph.CHECK.create();
    private final Span name = new Span();
    private final Span state = new Span();
    private final Span figures = new Span();
    private final Span duration = new Span();
    private final Paragraph problem = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final FailureDetails details;
    private final Div failure;

    StepLine(SyncStep step, FailureWords failures) {
        this.failures = failures;
        this.details = new FailureDetails("step-error-" + step.key(), failures);
        addClassName("run-step");
        getElement().setAttribute("data-step", step.key());
        Span mark = new Span(glyph);
        mark.addClassName("run-step-mark");
        name.addClassName("run-step-name");
        state.addClassNames("run-step-state", "soft");
        figures.addClassName("run-step-figures");
        duration.addClassNames("run-step-duration", "soft");
        Div line = new Div(name, state, figures, duration);
        line.addClassName("run-step-line");
        problem.addClassName("notice-title");
        Div words = new Div(problem, hint);
        words.addClassName("notice-words");
        failure = new Div(words, details);
        failure.addClassNames("run-step-failure");
        Div all = new Div(line, failure);
        all.addClassName("run-step-body");
        add(mark, all);
    }

    /**
     * Shows how far the step is.
     *
     * @param reason knows why it was skipped, if it was
     * @param advice knows what to do, if it failed
     */
    void show(RunStep step, SkipReason reason, Advice advice, RunWords words) {
        Phrases phrases = words.phrases();
        getElement().setAttribute("data-state", step.state().key());
        getElement().setAttribute("data-tone", step.stopped() ? "calm" : "plain");
        if (step.state() == StepState.ACTIVE) {
            getElement().setAttribute("aria-current", "step");
        } else {
            getElement().removeAttribute("aria-current");
        }
        (step.state() == StepState.PENDING ? Glyph.WAITING : StepItem.icon(step)).show(glyph);
        name.setText(phrases.text("step." + step.step().key()));
        state.setText(words.state(step));
        figures.setText(step.state() == StepState.SKIPPED ? reason.text(step, failures, phrases) : words.figures(step));
        duration.setText(words.duration(step));
        Failure error = step.state() == StepState.FAILED ? step.error() : null;
        failure.setVisible(error != null);
        details.show(error, words.now(), phrases);
        if (error != null) {
            problem.setText(failures.text(error.code(), error.server(), phrases.locale()));
            hint.setText(advice.on(error, phrases.locale()));
        }
    }
}
