package org.relais.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.StepState;

/** What failed in the run that is shown and what to do about it, in plain words, with the "i" of its details. */
public class FailureLine extends Div {

    private final FailureWords failures;
    private final Span glyph = Glyph.ALERT.create();
    private final Paragraph text = new Paragraph();
    private final Paragraph missing = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final FailureDetails details;

    /** A hidden line. */
    public FailureLine(FailureWords failures) {
        this.failures = failures;
        this.details = new FailureDetails("sync-error-info", failures);
        setId("sync-error");
        addClassName("notice");
        text.addClassName("notice-title");
        Div words = new Div(text, missing, hint);
        words.addClassName("notice-words");
        add(glyph, words, details);
    }

    /** Shows what went wrong in a run; hidden when nothing did, or when it is null. */
    public void show(Run run, Instant now, Phrases phrases) {
        Failure failure = run == null ? null : run.error();
        setVisible(failure != null);
        details.show(failure, now, phrases);
        if (failure == null) {
            return;
        }
        boolean calm = failure.code() == FailureCode.CANCELLED || failure.code() == FailureCode.INTERRUPTED;
        getElement().setAttribute("data-tone", calm ? "calm" : run.outcome() == Outcome.PARTIAL ? "warn" : "bad");
        (calm ? Glyph.INFO : Glyph.ALERT).show(glyph);
        text.setText(failures.text(failure.code(), failure.server(), phrases.locale()));
        hint.setText(failures.hint(failure.code(), failure.server(), phrases.locale()));
        missing.setVisible(run.outcome() == Outcome.PARTIAL);
        missing.setText(phrases.text("sync.partial." + missingPart(run)));
    }

    /** Told by the step that failed: that there is no Open mSupply central server, the other one says. */
    private static String missingPart(Run run) {
        return run.steps().stream()
                .filter(step -> step.state() == StepState.FAILED)
                .findFirst()
                .map(step -> switch (step.step()) {
                    case PUSH_V6, PULL_V6 -> CentralServer.OPEN.key();
                    case PUSH, PULL_CENTRAL, PULL_REMOTE -> CentralServer.LEGACY.key();
                    case PREPARE, INTEGRATE -> "any";
                })
                .orElse("any");
    }
}
