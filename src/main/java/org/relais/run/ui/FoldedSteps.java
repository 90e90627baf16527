package org.relais.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.RunStep;
import org.relais.run.StepState;

/**
 * The stepper; where the page is narrow, behind words that unfold it, in the browser and without asking the server. They stay unfolded
 * by themselves where a step failed: it is to be seen which.
 */
public class FoldedSteps extends Div {

    private final Span show = new Span();
    private final Span hide = new Span();
    private final NativeDetails fold = new NativeDetails();
    private final Stepper stepper;
    private boolean failed;

    /** Shows nothing yet. */
    public FoldedSteps(FailureWords failures) {
        this.stepper = new Stepper(failures);
        addClassName("folded-steps");
        show.addClassName("fold-show");
        hide.addClassName("fold-hide");
        fold.setSummary(show, hide);
        fold.addClassName("steps-fold");
        add(fold, stepper);
    }

    /** Shows how far the steps are, in their order. */
    public void show(List<RunStep> steps, Instant now, Phrases phrases) {
        show.setText(phrases.text("sync.steps.show"));
        hide.setText(phrases.text("sync.steps.hide"));
        stepper.show(steps, now, phrases);
        boolean nowFailed = steps.stream().anyMatch(step -> step.state() == StepState.FAILED && !step.stopped());
        if (nowFailed != failed) {
            failed = nowFailed;
            fold.setOpen(failed);
        }
    }
}
