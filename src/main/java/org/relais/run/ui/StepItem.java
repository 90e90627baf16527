package org.relais.run.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;

/** One step in the stepper: its mark, its name, how far it is, more in its tooltip, and the "i" of its failure. */
public class StepItem extends ListItem {

    private final int number;
    private final FailureWords failures;
    private final Span numeral = new Span();
    private final Span glyph = Glyph.CHECK.create();
    private final Span name = new Span();
    private final Span count = new Span();
    private final Span face;
    private final Span stateWords = new Span();
    private final FailureDetails details;
    private final Tooltip figures;

    StepItem(SyncStep step, int number, FailureWords failures) {
        this.number = number;
        this.failures = failures;
        this.details = new FailureDetails("step-error-" + step.key(), failures);
        addClassName("step");
        getElement().setAttribute("data-step", step.key());
        numeral.addClassName("step-number");
        numeral.getElement().setAttribute("aria-hidden", "true");
        Span mark = new Span(numeral, glyph);
        mark.addClassName("step-mark");
        name.addClassName("step-name");
        count.addClassName("step-count");
        stateWords.addClassName("sr-only");
        Span text = new Span(name, stateWords, count);
        text.addClassName("step-text");
        face = new Span(mark, text);
        face.addClassName("step-face");
        figures = Tooltip.forComponent(face);
        figures.setPosition(Tooltip.TooltipPosition.BOTTOM);
        add(face, details);
    }

    /** Shows how far the step is; {@code reason} knows why it was skipped, if it was. */
    void show(RunStep status, SkipReason reason, Instant now, Phrases phrases) {
        StepWords words = new StepWords(failures, phrases);
        getElement().setAttribute("data-state", status.state().key());
        getElement().setAttribute("data-tone", status.stopped() ? "calm" : "plain");
        if (status.state() == StepState.ACTIVE) {
            getElement().setAttribute("aria-current", "step");
        } else {
            getElement().removeAttribute("aria-current");
        }
        numeral.setText(phrases.number(number));
        numeral.setVisible(status.state() == StepState.PENDING);
        glyph.setVisible(status.state() != StepState.PENDING);
        icon(status).show(glyph);
        name.setText(phrases.text("step." + status.step().key()));
        stateWords.setText(", " + words.state(status));
        showCount(status, phrases);
        tell(words.all(status, reason));
        details.show(status.state() == StepState.FAILED ? status.error() : null, now, phrases);
    }

    private void showCount(RunStep status, Phrases phrases) {
        boolean known = status.total() != null && status.total() > 0;
        long done = status.done() == null ? 0 : status.done();
        count.setVisible(known);
        count.setText(known ? phrases.text("step.count", phrases.number(done), phrases.number(status.total())) : "");
    }

    /** By hover and by focus, and by a tap ({@code frontend/assets/relais.js}); what has nothing to say takes no focus. */
    private void tell(String words) {
        figures.setText(words);
        if (words != null) {
            face.getElement().setAttribute("tabindex", "0");
        } else {
            face.getElement().removeAttribute("tabindex");
        }
    }

    /** What the tooltip says, or null. */
    public String figures() {
        return figures.getText();
    }

    /** A step's sign: its direction while and after it works, else what became of it. */
    public static Glyph icon(RunStep status) {
        return switch (status.state()) {
            case FAILED -> status.stopped() ? Glyph.PAUSE : Glyph.ALERT;
            case SKIPPED -> Glyph.SKIP;
            case PENDING, ACTIVE, DONE -> Glyph.valueOf(status.step().name());
        };
    }
}
