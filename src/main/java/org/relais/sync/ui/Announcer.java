package org.relais.sync.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.Optional;
import org.relais.language.Phrases;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.sync.SyncStatus;

/** Tells screen readers politely when a run starts, when a step begins and how the run ended; never the single records. */
public class Announcer extends Div {

    private record Heard(Long run, SyncStep step) {}

    private Heard heard;

    /** One that has nothing to tell yet. */
    public Announcer() {
        setId("sync-announcer");
        addClassName("sr-only");
        getElement().setAttribute("aria-live", "polite").setAttribute("role", "status");
    }

    /** Tells what is new in a status; the first that it is shown is only remembered. */
    public void show(SyncStatus status, Phrases phrases) {
        Heard now = heard(status.current());
        Heard before = heard;
        heard = now;
        if (before == null || before.equals(now)) {
            return;
        }
        if (now.run() == null) {
            if (status.last() != null) {
                setText(phrases.text(
                        "sync.announce.ended",
                        phrases.text("sync.outcome." + status.last().outcome().key())));
            }
        } else if (now.step() != null) {
            setText(phrases.text(
                    "step.announce",
                    phrases.text("step." + now.step().key()),
                    phrases.text("step.state." + StepState.ACTIVE.key())));
        } else if (!Objects.equals(now.run(), before.run())) {
            setText(phrases.text("sync.announce.started"));
        }
    }

    private static Heard heard(Run run) {
        Optional<Run> current = Optional.ofNullable(run);
        return new Heard(
                current.map(Run::id).orElse(null),
                current.flatMap(going -> going.steps().stream()
                                .filter(step -> step.state() == StepState.ACTIVE)
                                .map(RunStep::step)
                                .findFirst())
                        .orElse(null));
    }
}
