package org.relais.run.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.relais.language.Phrases;
import org.relais.run.Run;
import org.relais.run.RunPlan;

/**
 * What a run did, in one sentence whose figures add up: what came with it, or was left from an earlier one, is integrated, set
 * aside, or left to the next.
 *
 * @param run one that ended
 * @param phrases the language
 */
record RunSentence(Run run, Phrases phrases) {

    private static final char NO_BREAK = '\u00a0';

    /** What it sent, received and integrated. */
    String did() {
        List<String> parts = new ArrayList<>();
        if (run.plan() != RunPlan.FIRST) {
            parts.add(phrases.text("run.story.sent", run.sent()));
        }
        parts.add(phrases.text("run.story.received", run.received()));
        parts.add(phrases.text("run.story.integrated", run.integrated()));
        String sentence = String.join(", ", parts);
        long earlier = run.integrated() + run.setAside() - run.received();
        return earlier > 0 ? sentence + " " + phrases.text("run.story.earlier", earlier) : sentence;
    }

    /** What it set aside; empty where that is nothing. */
    String aside() {
        return run.setAside() == 0 ? "" : phrases.text("run.story.aside", run.setAside());
    }

    /** What is left to the next one, and how long it took. */
    String rest() {
        String length = phrases.duration(Duration.between(run.startedAt(), run.finishedAt()))
                .replace(' ', NO_BREAK);
        return (run.left() > 0 ? ", " + phrases.text("run.story.left", run.left()) : "") + " · " + length;
    }
}
