package org.relais.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.relais.exchange.Failures;
import org.relais.exchange.Pipeline;
import org.relais.run.Run;
import org.relais.run.RunControl;
import org.relais.run.RunFence;
import org.relais.run.RunLog;
import org.relais.run.RunStopped;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.stereotype.Component;

/**
 * Carries out runs in this process. Quartz calls it, for a scheduled run as for one that a person asked for; when the process
 * stops, the run that is going on ends at its next batch and is taken up again at the next start.
 */
@Component
class Runner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    /** Ctrl-C ends everything within 5 seconds: the run gets these two parts of them. */
    private static final Duration FOR_THE_BATCH = Duration.ofSeconds(1);

    private static final Duration FOR_THE_REST = Duration.ofSeconds(2);

    private static final List<Duration> BEFORE_WRITING_THE_END =
            List.of(Duration.ofMillis(10), Duration.ofMillis(500), Duration.ofSeconds(3));

    private final Pipeline pipeline;
    private final Failures failures;
    private final Runs runs;
    private final RunFence fence;
    private final OrphanedRun orphan;
    private final Recovery recovery;
    private final StatusBoard board;
    private final Site site;
    private final NodeName node;
    private final SyncSchedule schedule;
    private final RunLocks locks;
    private final SchedulerFactoryBean quartz;
    private final SyncProperties properties;
    private volatile UnderWay underWay;
    private volatile boolean stopping;

    Runner(
            Pipeline pipeline,
            Failures failures,
            Runs runs,
            RunFence fence,
            OrphanedRun orphan,
            Recovery recovery,
            StatusBoard board,
            Site site,
            NodeName node,
            SyncSchedule schedule,
            RunLocks locks,
            SchedulerFactoryBean quartz,
            SyncProperties properties) {
        this.pipeline = pipeline;
        this.failures = failures;
        this.runs = runs;
        this.fence = fence;
        this.orphan = orphan;
        this.recovery = recovery;
        this.board = board;
        this.site = site;
        this.node = node;
        this.schedule = schedule;
        this.locks = locks;
        this.quartz = quartz;
        this.properties = properties;
    }

    private record UnderWay(long run, RunControl control, Thread thread, CountDownLatch over) {}

    /**
     * Carries out the run that is due, if one is: the one that was asked for, else a scheduled one.
     *
     * @param asked the run that this was called for, or null when the schedule called
     * @param recovering whether it is called because the process that had it died
     */
    void perform(Long asked, boolean recovering) {
        if (stopping || !site.configured()) {
            return;
        }
        Optional<RunLock> taken = locks.tryTake();
        if (taken.isEmpty()) {
            log.info("Another process still holds a run: not starting one beside it");
            return;
        }
        try (RunLock lock = taken.get()) {
            // Whoever has the lock is the only one that runs: a run that was begun and not ended has lost its process.
            boolean died = orphan.closeAsHolder();
            due(asked, recovering, died).ifPresent(run -> carryOut(run, lock));
        }
    }

    /** Ends a run at its next batch, if it is this process that carries it out. */
    void cancelHere(long run) {
        UnderWay current = underWay;
        if (current != null && current.run() == run) {
            current.control().cancel();
        }
    }

    private Optional<Run> due(Long asked, boolean recovering, boolean died) {
        Optional<Run> waiting = runs.running();
        if (waiting.isPresent()) {
            return waiting;
        }
        Optional<Run> cut = recovering || died ? recovery.due() : Optional.empty();
        if (cut.isEmpty() && (asked != null || recovering || schedule.paused())) {
            // An earlier call has carried out what was asked for or cut, or somebody paused the schedule at this very
            // moment.
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cut.isPresent()
                            ? runs.request(Trigger.RECOVERY, null, NextPlan.after(cut.get(), site))
                            : runs.request(Trigger.SCHEDULE, null, NextPlan.of(site)));
        } catch (DataIntegrityViolationException e) {
            // Somebody pressed the button at this very moment.
            return runs.running();
        }
    }

    private void carryOut(Run due, RunLock lock) {
        RunControl control = RunControl.of(() -> runs.cancelRequested(due.id()), lock::held);
        CountDownLatch over = new CountDownLatch(1);
        underWay = new UnderWay(due.id(), control, Thread.currentThread(), over);
        try (control) {
            if (stopping) {
                return;
            }
            RunLog runLog = new RunLog(runs.begin(due.id(), node.value()), runs, board, control.errand()::traffic);
            try {
                fence.around(runLog, control, () -> pipeline.run(control, runLog, properties.lineWait()));
            } catch (RunStopped closed) {
                log.warn("Run {} was closed by another process while this one stood still", due.id());
            } catch (RuntimeException | Error e) {
                writeDownTheEnd(runLog, e);
            }
        } catch (RuntimeException e) {
            // Whoever looks next at what is under way closes this one as interrupted.
            log.error("Run {} could not be written down", due.id(), e);
        } finally {
            underWay = null;
            over.countDown();
            board.over();
        }
    }

    /** A database that is back in a moment shall know how the run ended. */
    private void writeDownTheEnd(RunLog runLog, Throwable failure) {
        for (Duration pause : BEFORE_WRITING_THE_END) {
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                runLog.finishAfterAll(failures.of(failure));
                return;
            } catch (InterruptedException e) {
                // The process stops; once more, at once, is what is left.
                break;
            } catch (RuntimeException e) {
                log.warn(
                        "The end of run {} could not be written down: {}",
                        runLog.status().id(),
                        e.getMessage());
            }
        }
        runLog.finishAfterAll(failures.of(failure));
    }

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public void stop() {
        stopping = true;
        UnderWay current = underWay;
        boolean over = current == null || ends(current);
        // A job that has nothing left to do may tell Quartz so; one that hangs must not keep the process alive.
        quartz.setWaitForJobsToCompleteOnShutdown(over);
    }

    private static boolean ends(UnderWay run) {
        run.control().interrupt();
        if (ends(run, FOR_THE_BATCH)) {
            return true;
        }
        run.thread().interrupt();
        return ends(run, FOR_THE_REST);
    }

    private static boolean ends(UnderWay run, Duration within) {
        try {
            return run.over().await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }
}
