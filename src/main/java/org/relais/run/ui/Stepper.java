package org.relais.run.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.RunStep;
import org.relais.run.SyncStep;

/** The steps of the run that is going on; else of the last one, as it ended; else those that the first one will have. */
@StyleSheet("assets/stepper.css")
public class Stepper extends OrderedList {

    private final FailureWords failures;
    private final List<StepItem> items = new ArrayList<>();
    private List<SyncStep> shown = List.of();

    /** A stepper that shows nothing yet. */
    public Stepper(FailureWords failures) {
        this.failures = failures;
        addClassName("stepper");
        setId("stepper");
    }

    /** Shows how far the steps are, in their order. */
    public void show(List<RunStep> steps, Instant now, Phrases phrases) {
        getElement().setAttribute("aria-label", phrases.text("sync.steps"));
        List<SyncStep> wanted = steps.stream().map(RunStep::step).toList();
        if (!wanted.equals(shown)) {
            rebuild(wanted);
        }
        SkipReason reason = new SkipReason(steps);
        for (int at = 0; at < steps.size(); at++) {
            items.get(at).show(steps.get(at), reason, now, phrases);
        }
    }

    private void rebuild(List<SyncStep> steps) {
        removeAll();
        items.clear();
        for (SyncStep step : steps) {
            StepItem item = new StepItem(step, items.size() + 1, failures);
            items.add(item);
            add(item);
        }
        shown = steps;
    }
}
