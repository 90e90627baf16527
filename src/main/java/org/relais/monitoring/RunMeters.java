package org.relais.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunEnded;
import org.relais.run.RunStep;
import org.relais.run.SyncStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts the runs that ended in this process, and measures their steps. */
@Component
class RunMeters {

    static final String RUNS = "relais.sync.runs";
    static final String STEPS = "relais.sync.step";

    private final MeterRegistry registry;

    /** Every outcome and step is there from the beginning: a rate needs a value before the first one. */
    RunMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.RUNNING) {
                runs(outcome);
            }
        }
        for (SyncStep step : SyncStep.values()) {
            steps(step);
        }
    }

    @EventListener
    void ended(RunEnded event) {
        Run run = event.run();
        runs(run.outcome()).increment();
        for (RunStep step : run.steps()) {
            if (step.startedAt() != null && step.finishedAt() != null) {
                steps(step.step()).record(Duration.between(step.startedAt(), step.finishedAt()));
            }
        }
    }

    private Counter runs(Outcome outcome) {
        return Counter.builder(RUNS)
                .description("Runs that ended")
                .tag("outcome", outcome.key())
                .register(registry);
    }

    private Timer steps(SyncStep step) {
        return Timer.builder(STEPS)
                .description("Steps of runs that ended, however they did")
                .tag("step", step.key())
                .register(registry);
    }
}
