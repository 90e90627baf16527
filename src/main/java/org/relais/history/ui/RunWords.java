package org.relais.history.ui;

import java.time.Duration;
import java.time.Instant;
import org.relais.language.Phrases;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.Trigger;

/**
 * What is said about runs in one language at one moment.
 *
 * @param phrases the language
 * @param now the moment
 */
record RunWords(Phrases phrases, Instant now) {

    /** When it began: "today at 14:54". */
    String start(Run run) {
        return phrases.moment(run.startedAt(), now);
    }

    /** How long it took, or that it goes on. */
    String duration(Run run) {
        return run.finishedAt() == null
                ? outcome(Outcome.RUNNING)
                : phrases.duration(Duration.between(run.startedAt(), run.finishedAt()));
    }

    /** How long a step took; empty where it did not begin or has not ended. */
    String duration(RunStep step) {
        return step.startedAt() == null || step.finishedAt() == null
                ? ""
                : phrases.duration(Duration.between(step.startedAt(), step.finishedAt()));
    }

    /** What started it, with the name of whoever did. */
    String trigger(Run run) {
        return run.startedBy() == null
                ? trigger(run.trigger())
                : phrases.text("history.trigger.named", trigger(run.trigger()), run.startedBy());
    }

    String trigger(Trigger trigger) {
        return phrases.text("history.trigger." + trigger.key());
    }

    String outcome(Outcome outcome) {
        return phrases.text("sync.outcome." + outcome.key());
    }

    /** How a step stands, in a word. */
    String state(RunStep step) {
        return phrases.text("step.state." + step.standing());
    }

    /** How many records went out and came in, in one line. */
    String records(Run run) {
        return phrases.text("history.records", run.sent(), run.received());
    }

    /** What crossed the line in both directions, in one line; a dash where an earlier version did not keep that. */
    String traffic(Run run) {
        return run.bytesReceived() == null
                ? "–"
                : phrases.text("history.traffic", phrases.bytes(run.bytesReceived()), phrases.bytes(run.bytesSent()));
    }

    /** How far a step is, in its own terms; empty where there is nothing to count. */
    String figures(RunStep step) {
        if (step.done() == null || step.total() == null) {
            return "";
        }
        if (step.step().sends()) {
            return phrases.text("history.step.sent", step.done(), step.sent() == null ? 0 : step.sent());
        }
        if (step.step().fetches()) {
            return phrases.text("history.step.received", step.done());
        }
        if (step.setAside() != null) {
            return phrases.text("step.integrate.figures", step.done() - step.setAside(), step.setAside());
        }
        return phrases.text("history.step.processed", step.done());
    }
}
