package org.relais.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Advice;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;

/**
 * What failed in the run that is shown and what to do about it, in plain words, with the "i" of its details and the button that leads to
 * its cure.
 */
public class FailureLine extends Div {

    private final FailureWords failures;
    private final Span glyph = Glyph.ALERT.create();
    private final Paragraph text = new Paragraph();
    private final Paragraph others = new Paragraph();
    private final Paragraph missing = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final FailureDetails details;
    private final CureButton cure;

    /** A hidden line that offers no cure. */
    public FailureLine(FailureWords failures) {
        this(failures, null);
    }

    /**
     * A hidden line that offers a cure.
     *
     * @param administrator whether the person may change the settings
     * @param retry starts another run; null where the page starts none
     */
    public FailureLine(FailureWords failures, boolean administrator, Runnable retry) {
        this(failures, new CureButton(administrator, retry));
    }

    private FailureLine(FailureWords failures, CureButton cure) {
        this.failures = failures;
        this.cure = cure;
        this.details = new FailureDetails("sync-error-info", failures);
        setId("sync-error");
        addClassName("notice");
        text.addClassName("notice-title");
        others.addClassName("notice-also");
        Div words = new Div(text, others, missing, hint);
        words.addClassName("notice-words");
        add(glyph, words, details);
        if (cure != null) {
            cure.setId("sync-cure");
            words.add(cure);
        }
    }

    /** Shows what went wrong in a run; hidden when nothing did, or when it is null. */
    public void show(Run run, Instant now, Phrases phrases) {
        Failure failure = run == null ? null : run.error();
        setVisible(failure != null);
        details.show(failure, now, phrases);
        if (failure == null) {
            return;
        }
        boolean calm = failure.stopped();
        getElement().setAttribute("data-tone", calm ? "calm" : run.outcome() == Outcome.PARTIAL ? "warn" : "bad");
        (calm ? Glyph.INFO : Glyph.ALERT).show(glyph);
        text.setText(text(failure, phrases));
        List<Failure> more = run.failures().stream()
                .skip(1)
                .filter(other -> other.server() != failure.server() && !other.stopped())
                .toList();
        others.setVisible(!more.isEmpty());
        others.setText(String.join(
                " ", more.stream().map(other -> text(other, phrases)).toList()));
        hint.setText(new Advice(run, failures).on(failure, phrases.locale()));
        boolean partial = run.outcome() == Outcome.PARTIAL;
        missing.setVisible(partial);
        missing.setText(partial ? phrases.text("sync.partial." + missingPart(run)) : "");
        if (cure != null) {
            cure.show(run, phrases);
        }
    }

    private String text(Failure failure, Phrases phrases) {
        return failures.text(failure.code(), failure.server(), phrases.locale());
    }

    /** Told by the step that failed: that there is no Open mSupply central server, the other one says. */
    private static String missingPart(Run run) {
        return run.steps().stream()
                .filter(step -> step.state() == StepState.FAILED)
                .map(RunStep::step)
                .findFirst()
                .filter(step -> step != SyncStep.PREPARE && step.server() != null)
                .map(step -> step.server().key())
                .orElse("any");
    }
}
