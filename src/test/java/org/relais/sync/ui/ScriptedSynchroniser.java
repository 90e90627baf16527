package org.relais.sync.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.run.Run;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.springframework.context.ApplicationEventPublisher;

/** A synchroniser that tells what the test says and remembers what it was asked; a start begins a run. */
class ScriptedSynchroniser extends Synchroniser {

    private final ApplicationEventPublisher engine;
    private final List<String> asked = new ArrayList<>();
    private SyncStatus status = Statuses.calm();

    ScriptedSynchroniser(ApplicationEventPublisher engine) {
        super(null, null, null, null, null, null);
        this.engine = engine;
    }

    void tell(SyncStatus now) {
        status = now;
    }

    void forget() {
        asked.clear();
        status = Statuses.calm();
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public void publish() {
        engine.publishEvent(status);
    }

    @Override
    public Run start(Trigger trigger, String user) {
        asked.add("start " + trigger + " " + user);
        Run run = Statuses.going(8, Statuses.step(SyncStep.PUSH_V6, StepState.ACTIVE));
        status = Statuses.status(status.pending(), run, status.last(), status.lastSuccess());
        return run;
    }

    @Override
    public Optional<Long> cancel() {
        asked.add("cancel");
        return Optional.ofNullable(status.current()).map(Run::id);
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void changeInterval(Duration interval) {
        throw new UnsupportedOperationException("The page does not change the interval");
    }

    @Override
    public void pause() {
        throw new UnsupportedOperationException("The page does not pause");
    }

    @Override
    public void resume() {
        asked.add("resume");
    }
}
