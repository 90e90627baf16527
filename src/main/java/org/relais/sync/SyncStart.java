package org.relais.sync;

import org.relais.run.Outcome;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteConfigured;
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

    private final SyncSchedule schedule;
    private final Synchroniser synchroniser;
    private final TakeOver takeOver;
    private final Runs runs;
    private final Site site;

    SyncStart(SyncSchedule schedule, Synchroniser synchroniser, TakeOver takeOver, Runs runs, Site site) {
        this.schedule = schedule;
        this.synchroniser = synchroniser;
        this.takeOver = takeOver;
        this.runs = runs;
        this.site = site;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        schedule.install();
        if (site.configured()) {
            if (somethingWasLeft()) {
                takeOver.takeUpWhatWasLeft();
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

    private void startFirstRun() {
        if (!site.initialised()) {
            synchroniser.start(Trigger.SETUP, null);
        } else if (site.restoredAt().isPresent()) {
            synchroniser.start(Trigger.RECOVERY, null);
        }
    }
}
