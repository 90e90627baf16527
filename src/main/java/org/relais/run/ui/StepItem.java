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

/** One step in the stepper: its mark, its name, how far it is, and the "i" of its failure. */
public class StepItem extends ListItem {

    private final int number;
    private final Span numeral = new Span();
    private final Span glyph = Glyph.CHECK.create();
    private final Span name = new Span();
    private final Span count = new Span();
    private final Span text;
    private final Span stateWords = new Span();
    private final FailureDetails details;
    private final Tooltip figures;

    StepItem(SyncStep step, int number, FailureWords failures) {
        this.number = number;
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
        text = new Span(name, stateWords, count);
        text.addClassName("step-text");
        figures = Tooltip.forComponent(text);
        figures.setPosition(Tooltip.TooltipPosition.BOTTOM);
        add(mark, text, details);
    }

    void show(RunStep status, Instant now, Phrases phrases) {
        getElement().setAttribute("data-state", status.state().key());
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
        stateWords.setText(", " + phrases.text("step.state." + status.state().key()));
        showFigures(status, phrases);
        details.show(status.state() == StepState.FAILED ? status.error() : null, now, phrases);
    }

    private void showFigures(RunStep status, Phrases phrases) {
        boolean known = status.total() != null && status.total() > 0;
        long done = status.done() == null ? 0 : status.done();
        count.setVisible(known);
        count.setText(known ? phrases.text("step.count", phrases.number(done), phrases.number(status.total())) : "");
        boolean tells = known && status.sent() != null;
        figures.setText(tells ? phrases.text("step.push.figures", done, status.sent()) : null);
        if (tells) {
            text.getElement().setAttribute("tabindex", "0");
        } else {
            text.getElement().removeAttribute("tabindex");
        }
    }

    /** What the tooltip says, or null. */
    public String figures() {
        return figures.getText();
    }

    private static Glyph icon(RunStep status) {
        return switch (status.state()) {
            case FAILED -> Glyph.ALERT;
            case SKIPPED -> Glyph.SKIP;
            case PENDING, ACTIVE, DONE -> Glyph.valueOf(status.step().name());
        };
    }
}
