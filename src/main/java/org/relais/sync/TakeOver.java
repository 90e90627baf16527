package org.relais.sync;

import java.time.Duration;
import java.util.Optional;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunEnded;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees to it that no run stays under way that nobody carries out, and that what was cut is taken up again. */
@Component
class TakeOver {

    /** How long a run stays with a process that stands still: a duration of whole seconds. */
    static final String AFTER = "${relais.sync.taken-over-after:45s}";

    private static final Logger log = LoggerFactory.getLogger(TakeOver.class);

    private final Runs runs;
    private final OrphanedRun orphan;
    private final Recovery recovery;
    private final RunRequest request;
    private final SyncSchedule schedule;
    private final Site site;
    private final Duration toBegin;
    private Asked asked;
    /** A run ended cut, and nobody has looked yet whether it is to be taken up. */
    private volatile boolean owed;

    private volatile boolean stopping;

    /** @param toBegin a run that was asked for begins within seconds, unless Quartz's call for it was lost */
    TakeOver(
            Runs runs,
            OrphanedRun orphan,
            Recovery recovery,
            RunRequest request,
            SyncSchedule schedule,
            Site site,
            @Value("${relais.sync.called-again-after:20s}") Duration toBegin) {
        this.runs = runs;
        this.orphan = orphan;
        this.recovery = recovery;
        this.request = request;
        this.schedule = schedule;
        this.site = site;
        this.toBegin = toBegin;
    }

    /** A run that has not begun, and since when it is known, by the time that really passes. */
    private record Asked(long run, long since) {}

    /**
     * Looks whether a run is under way that nobody carries out, or ended cut; costs one short question when none is. A database that
     * does not answer now is asked again at the next look.
     */
    void look() {
        Optional<Runs.Unfinished> unfinished = runs.unfinished();
        if (unfinished.filter(run -> !run.begun()).isPresent()) {
            callAgain(unfinished.get().id());
        } else if (unfinished.isPresent() && orphan.close()) {
            log.warn(
                    "Run {} lost its process: it is closed as interrupted",
                    unfinished.get().id());
        }
        if (owed && !stopping) {
            takeUp();
            owed = false;
        }
    }

    /** Closed by {@link OrphanedRun}, or by itself when it lost the right to run, as with a database that was killed under it. */
    @EventListener
    void ended(RunEnded event) {
        if (event.run().outcome() == Outcome.INTERRUPTED) {
            owed = true;
        }
    }

    /** What this process's end cuts is taken up by its next start, or by another process. */
    @EventListener(ContextClosedEvent.class)
    void stops() {
        stopping = true;
    }

    /** At the start: what an earlier process left behind, finished or not. */
    void takeUpWhatWasLeft() {
        Optional<Runs.Unfinished> unfinished = runs.unfinished();
        if (unfinished.filter(run -> !run.begun()).isPresent()) {
            schedule.runNow(unfinished.get().id());
        } else {
            orphan.close();
            takeUp();
        }
    }

    private void takeUp() {
        if (runs.unfinished().isEmpty()) {
            recovery.due()
                    .flatMap(cut -> request.make(Trigger.RECOVERY, null, NextPlan.after(cut, site), () -> {}))
                    .map(Run::id)
                    .ifPresent(run -> log.info("Taking up the run that was interrupted, as run {}", run));
        }
    }

    /** The process that Quartz called may have died, or lost the database, before the run began. */
    private void callAgain(long run) {
        if (asked == null || asked.run() != run) {
            asked = new Asked(run, System.nanoTime());
        } else if (System.nanoTime() - asked.since() >= toBegin.toNanos()) {
            asked = null;
            log.warn("Run {} was asked for and did not begin: it is called again", run);
            schedule.runNow(run);
        }
    }
}
