package org.relais.exchange;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.CentralServers;
import org.relais.central.FailureCode;
import org.relais.central.Patience;
import org.relais.record.EarlyIntegration;
import org.relais.run.Failure;
import org.relais.run.Outcome;
import org.relais.run.RunControl;
import org.relais.run.RunFence;
import org.relais.run.RunLog;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.StepProgress;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the steps of a run in their order. A central server that fails stops the steps that need it and no others, so a
 * server's pull never runs after its own push failed; what came in is integrated all the same. A failure of the database stops
 * everything.
 */
@Component
public class Pipeline {

    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    private final Map<SyncStep, Step> steps = new EnumMap<>(SyncStep.class);
    private final Site site;
    private final CentralServers servers;
    private final Patience patience;
    private final Failures failures;
    private final EarlyIntegration early;
    private final RunFence fence;

    Pipeline(
            List<Step> steps,
            Site site,
            CentralServers servers,
            Patience patience,
            Failures failures,
            EarlyIntegration early,
            RunFence fence) {
        steps.forEach(step -> this.steps.put(step.which(), step));
        this.site = site;
        this.servers = servers;
        this.patience = patience;
        this.failures = failures;
        this.early = early;
        this.fence = fence;
    }

    /**
     * Takes the steps, with the credentials and the state of the site that hold now, and closes the run's log. Throws nothing but
     * what the database does.
     *
     * @param waitForLine how long a step waits for a line that dropped in the middle of the run; zero for not at all
     */
    public void run(RunControl control, RunLog runLog, Duration waitForLine) {
        LineWait line = new LineWait(waitForLine, patience, control.cancellation(), new LineWait.Witness() {
            @Override
            public void lineDropped() {
                runLog.lineDropped();
            }

            @Override
            public void waitsNoMore() {
                runLog.waitsNoMore();
            }
        });
        boolean restored = runLog.status().plan() == RunPlan.RESTORED;
        try (IntegrationBeside beside = new IntegrationBeside(early, fence)) {
            run(new RunContext(control, line, site, servers, restored), beside, runLog);
        }
    }

    private void run(RunContext run, IntegrationBeside beside, RunLog runLog) {
        Map<CentralServer, Failure> failed = new EnumMap<>(CentralServer.class);
        boolean broken = false;
        for (RunStep planned : runLog.status().steps()) {
            Step step = steps.get(planned.step());
            if (broken
                    || step.needs().stream().anyMatch(failed::containsKey)
                    || nothingToIntegrate(run, step, failed)
                    || waitsForAll(run, step, failed)) {
                runLog.skip(step.which());
                continue;
            }
            try {
                run.control().proceed();
                runLog.begin(step.which());
                take(step, run, beside, new StepProgress(step.which(), runLog), runLog);
                runLog.done(step.which());
            } catch (RuntimeException | Error e) {
                if (run.control().end() != null) {
                    end(runLog, step.which(), run.control().end());
                    return;
                }
                Failure failure = failures.of(e);
                log.warn("{} failed: {} {}", step.which().key(), failure.code().key(), onOneLine(failure.detail()));
                log.debug("{} failed", step.which().key(), e);
                runLog.fail(step.which(), failure);
                step.needs().forEach(server -> failed.put(server, failure));
                broken = step.needs().isEmpty() || failures.stopsEverything(failure);
            }
        }
        finish(run, runLog, failed, broken);
    }

    private static void take(
            Step step, RunContext run, IntegrationBeside beside, StepProgress progress, RunLog runLog) {
        if (!step.which().fetches()) {
            run.integratedBeside(beside.stop());
        }
        long before = run.integratedPromptly();
        step.take(run, progress);
        // A restored site integrates when it has everything.
        if (step.which().fetches() && !run.restored()) {
            long left = progress.done() - (run.integratedPromptly() - before);
            beside.received(left, channelsAfter(step.which(), runLog));
        }
    }

    private static Set<Channel> channelsAfter(SyncStep step, RunLog runLog) {
        return runLog.status().steps().stream()
                .map(RunStep::step)
                .filter(other -> other.fetches() && other.compareTo(step) > 0)
                .map(SyncStep::channel)
                .collect(Collectors.toSet());
    }

    /** What a server said must not look like further lines of the log. */
    private static String onOneLine(String detail) {
        return detail.replaceAll("\\p{Cntrl}+", " ");
    }

    /** A first synchronisation that could not even be prepared has brought nothing. */
    private static boolean nothingToIntegrate(RunContext run, Step step, Map<CentralServer, Failure> failed) {
        return step.needs().isEmpty() && failed.size() == CentralServer.values().length && !run.prepared();
    }

    /** A restored site judges what it may send, and what is gone, by all that the central servers have: it goes on fetching until then. */
    private static boolean waitsForAll(RunContext run, Step step, Map<CentralServer, Failure> failed) {
        return run.restored() && !failed.isEmpty() && !step.which().fetches();
    }

    private void finish(RunContext run, RunLog runLog, Map<CentralServer, Failure> failed, boolean broken) {
        if (broken || failed.size() == CentralServer.values().length) {
            runLog.finish(Outcome.FAILED, null);
        } else if (!failed.isEmpty()) {
            runLog.finish(Outcome.PARTIAL, null);
        } else {
            if (runLog.status().plan() == RunPlan.FIRST) {
                site.markInitialised();
            }
            runLog.finish(Outcome.SUCCEEDED, null);
        }
    }

    private static void end(RunLog runLog, SyncStep step, Outcome outcome) {
        // The mark of the interruption has done its work; it would break the writing down of the end.
        Thread.interrupted();
        FailureCode code = outcome == Outcome.CANCELLED ? FailureCode.CANCELLED : FailureCode.INTERRUPTED;
        Failure stopped = runLog.stopped(code);
        boolean begun = runLog.status().steps().stream()
                .anyMatch(status -> status.step() == step && status.state() == StepState.ACTIVE);
        if (begun) {
            runLog.fail(step, stopped);
        }
        runLog.finish(outcome, stopped);
    }
}
