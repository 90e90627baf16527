package org.relais.run.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepState;

/**
 * How far a run is, how fast it goes and how long it still takes; once it is over, what it did. On a narrow page, where the steps are
 * folded, it says as well which of them is at work.
 */
@StyleSheet("assets/story.css")
public class RunStory extends Div {

    private static final String BETWEEN = " · ";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int SECONDS_AT_ONCE = 5;

    private final Pace pace = new Pace(System::nanoTime);
    private final Span place = new Span();
    private final Span doing = new Span();
    private final Span full = new Span();
    private final Span brief = new Span();
    private final Span speed = new Span();
    private final Paragraph going = new Paragraph(place, doing, full, brief, speed);
    private final Span waits = new Span();
    private final RelativeTime since = new RelativeTime();
    private final Span continues = new Span();
    private final Paragraph waiting = new Paragraph(waits, since, continues);
    private final Div bar = new Div();
    private final Div track = new Div(bar);
    private final Span did = new Span();
    private final Anchor aside = new Anchor();
    private final Span rest = new Span();
    private final Paragraph over = new Paragraph(did, aside, rest);

    /** One that tells nothing yet. */
    public RunStory() {
        setId("run-story");
        addClassName("run-story");
        place.addClassName("story-place");
        doing.addClassName("story-doing");
        full.addClassName("story-full");
        brief.addClassName("story-short");
        speed.addClassName("story-speed");
        bar.addClassName("story-bar");
        track.addClassName("story-track");
        track.getElement()
                .setAttribute("role", "progressbar")
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", "100");
        aside.addClassName("story-aside");
        aside.getElement().setAttribute("router-link", true);
        over.addClassName("story-over");
        waiting.setId("run-waiting");
        waiting.addClassName("story-waiting");
        add(going, track, waiting, over);
    }

    /** Tells of a run; null hides it. */
    public void show(Run run, Instant now, Phrases phrases) {
        setVisible(run != null);
        if (run == null) {
            return;
        }
        boolean ended = run.finishedAt() != null;
        getElement().setAttribute("data-plan", run.plan().key());
        getElement().setAttribute("data-state", ended ? "over" : "going");
        going.setVisible(!ended);
        track.setVisible(!ended);
        over.setVisible(ended);
        showWaiting(run.waitingSince(), now, phrases);
        if (ended) {
            showEnd(run, phrases);
        } else {
            showGoing(run, phrases);
        }
    }

    /** A line that dropped: the step stays at work, and this is what it works on. */
    private void showWaiting(Instant dropped, Instant now, Phrases phrases) {
        waiting.setVisible(dropped != null);
        if (dropped != null) {
            waits.setText(phrases.text("run.story.waiting") + " ");
            since.showToTheSecond(dropped, now, phrases);
            continues.setText(". " + phrases.text("run.story.continues"));
        }
    }

    private void showEnd(Run run, Phrases phrases) {
        RunSentence sentence = new RunSentence(run, phrases);
        did.setText((run.plan() == RunPlan.FIRST ? phrases.text("run.story.first") + " " : "")
                + sentence.did()
                + (run.setAside() > 0 ? ", " : ""));
        aside.setVisible(run.setAside() > 0);
        aside.setText(sentence.aside());
        aside.setHref("records/failed?run=" + run.id());
        rest.setText(sentence.rest());
    }

    private void showGoing(Run run, Phrases phrases) {
        int count = run.steps().size();
        long over = run.steps().stream().filter(RunStory::isOver).count();
        Optional<RunStep> active = run.steps().stream()
                .filter(step -> step.state() == StepState.ACTIVE)
                .findFirst();
        int at = active.map(run.steps()::indexOf).orElse((int) Math.min(over, Math.max(0, count - 1L)));
        track.getElement()
                .setAttribute("aria-label", phrases.text("sync.steps"))
                .setAttribute("aria-valuenow", Long.toString(percent(over, active, count)));
        bar.getStyle().set("inline-size", percent(over, active, count) + "%");
        String ofAll = phrases.text("run.story.place", phrases.number(at + 1L), phrases.number(count));
        place.setText(active.isPresent() ? ofAll + BETWEEN : ofAll);
        place.setVisible(count > 0);
        Stream.of(doing, full, brief, speed).forEach(part -> part.setVisible(active.isPresent()));
        active.ifPresent(step -> {
            pace.see(run.id(), step);
            doing.setText(phrases.text("step." + step.step().key()));
            full.setText(figures(step, "run.story.of", phrases));
            brief.setText(figures(step, "run.story.count", phrases));
            speed.setText(step.waitingSince() == null ? speed(step, phrases) : "");
        });
    }

    private static boolean isOver(RunStep step) {
        return step.state() != StepState.ACTIVE && step.state() != StepState.PENDING;
    }

    /** Each step is a like part of the whole: how many records the later ones have is not known before they begin. */
    private static long percent(long over, Optional<RunStep> active, int count) {
        double part = active.filter(step -> step.total() != null && step.total() > 0 && step.done() != null)
                .map(step -> Math.min(1.0, (double) step.done() / step.total()))
                .orElse(0.0);
        return count == 0 ? 0 : Math.round((over + part) * 100 / count);
    }

    private static String figures(RunStep step, String key, Phrases phrases) {
        if (step.total() == null || step.total() == 0) {
            return "";
        }
        long done = step.done() == null ? 0 : step.done();
        return BETWEEN + phrases.text(key, phrases.number(done), phrases.number(step.total()));
    }

    private String speed(RunStep step, Phrases phrases) {
        StringJoiner parts = new StringJoiner("");
        pace.perSecond().stream()
                .mapToLong(Math::round)
                .filter(rate -> rate > 0)
                .forEach(rate -> parts.add(BETWEEN + phrases.text("run.story.rate", phrases.number(rate))));
        pace.left(step).ifPresent(left -> parts.add(BETWEEN + left(left, phrases)));
        return parts.toString();
    }

    /** No more exactly than it can be known. */
    private static String left(Duration left, Phrases phrases) {
        if (left.compareTo(SOON) < 0) {
            return phrases.text("run.story.soon");
        }
        long seconds = left.compareTo(A_MINUTE) < 0
                ? (left.toSeconds() / SECONDS_AT_ONCE + 1) * SECONDS_AT_ONCE
                : (left.toMinutes() + 1) * A_MINUTE.toSeconds();
        return phrases.text("run.story.remaining", phrases.duration(Duration.ofSeconds(seconds)));
    }
}
