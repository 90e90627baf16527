package org.relais.run.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.RunStep;
import org.relais.run.StepState;

/**
 * What there is to say about a step of a run beyond its name and how far it is.
 *
 * @param failures the words of servers and failures
 * @param phrases the language
 */
record StepWords(FailureWords failures, Phrases phrases) {

    /** How the step stands, in a word. */
    String state(RunStep step) {
        return phrases.text("step.state." + step.standing());
    }

    /** Why it was skipped, its figures, its server and how long it took, a line each; null where there is nothing to say yet. */
    String all(RunStep step, SkipReason reason) {
        List<String> lines = new ArrayList<>();
        if (step.state() == StepState.SKIPPED) {
            lines.add(reason.text(step, failures, phrases));
        } else if (step.state() != StepState.PENDING) {
            figures(step, lines);
            circumstances(step, lines);
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private void figures(RunStep step, List<String> lines) {
        if (step.total() == null || step.done() == null) {
            return;
        }
        if (step.sent() != null) {
            lines.add(phrases.text("step.push.figures", step.done(), step.sent()));
        } else if (step.step().fetches()) {
            lines.add(phrases.text("history.step.received", step.done()));
        } else if (step.setAside() != null) {
            lines.add(phrases.text("step.integrate.figures", step.done() - step.setAside(), step.setAside()));
        }
    }

    private void circumstances(RunStep step, List<String> lines) {
        List<String> parts = new ArrayList<>();
        if (step.step().server() != null) {
            parts.add(phrases.text("step.server", failures.server(step.step().server(), phrases.locale())));
        }
        if (step.startedAt() != null && step.finishedAt() != null) {
            parts.add(phrases.duration(Duration.between(step.startedAt(), step.finishedAt())));
        }
        if (!parts.isEmpty()) {
            lines.add(String.join(" · ", parts));
        }
    }
}
