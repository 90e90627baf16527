package org.relais.sync;

import java.util.Optional;
import javax.sql.DataSource;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteConfigured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sets synchronising going: when the program has started (what the last process left behind is taken up again first), and
 * when the site is set up.
 */
@Component
class SyncStart {

    private static final Logger log = LoggerFactory.getLogger(SyncStart.class);

    private final SyncSchedule schedule;
    private final Synchroniser synchroniser;
    private final Runs runs;
    private final Site site;
    private final DataSource database;

    SyncStart(SyncSchedule schedule, Synchroniser synchroniser, Runs runs, Site site, DataSource database) {
        this.schedule = schedule;
        this.synchroniser = synchroniser;
        this.runs = runs;
        this.site = site;
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        schedule.install();
        if (site.configured()) {
            if (somethingWasLeft()) {
                takeUp();
            } else {
                startFirstRun();
            }
        }
    }

    /** The event comes after the commit, when the old transaction can take nothing more: hence a new one. */
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
    void configured(SiteConfigured event) {
        schedule.apply();
        startFirstRun();
    }

    /** A run that was not finished; Quartz may be about to take it up too, so it is looked at once. */
    private boolean somethingWasLeft() {
        return runs.newest(1).stream()
                .anyMatch(run -> run.outcome() == Outcome.RUNNING || run.outcome() == Outcome.INTERRUPTED);
    }

    private void takeUp() {
        Optional<Runs.Unfinished> unfinished = runs.unfinished();
        if (unfinished.filter(run -> !run.begun()).isPresent()) {
            schedule.runNow(unfinished.get().id());
            return;
        }
        if (unfinished.isPresent() && RunLock.isFree(database)) {
            runs.closeInterrupted(unfinished.get().id());
        }
        boolean interrupted =
                runs.last().filter(run -> run.outcome() == Outcome.INTERRUPTED).isPresent();
        if (runs.unfinished().isEmpty() && interrupted) {
            Run run = synchroniser.start(Trigger.RECOVERY, null);
            log.info("Taking up the run that was interrupted, as run {}", run.id());
        }
    }

    private void startFirstRun() {
        if (!site.initialised()) {
            synchroniser.start(Trigger.SETUP, null);
        }
    }
}
