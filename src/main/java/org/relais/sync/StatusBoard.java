package org.relais.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.RecordsRetried;
import org.relais.record.SetAsideTotal;
import org.relais.run.Run;
import org.relais.run.RunLog;
import org.relais.run.Runs;
import org.relais.settings.SettingChanged;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts together how things stand and publishes it to the pages. What a run of this process does comes from memory, everything
 * else from the database.
 */
@Component
class StatusBoard implements RunLog.Audience {

    private static final Logger log = LoggerFactory.getLogger(StatusBoard.class);

    /** What stands around a run hardly changes while it goes on; it is not asked for at each of its moves. */
    private static final Duration SURROUNDINGS_LAST = Duration.ofSeconds(1);

    private final Runs runs;
    private final SyncSchedule schedule;
    private final Site site;
    private final Outbox outbox;
    private final RecordStore records;
    private final LastSuccess lastSuccess;
    private final ApplicationEventPublisher events;
    private volatile Run here;
    private volatile SetAsideTotal setAside;
    private volatile boolean owing;
    private final Lock looking = new ReentrantLock();
    private volatile Surroundings surroundings;

    StatusBoard(
            Runs runs,
            SyncSchedule schedule,
            Site site,
            Outbox outbox,
            RecordStore records,
            LastSuccess lastSuccess,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.schedule = schedule;
        this.site = site;
        this.outbox = outbox;
        this.records = records;
        this.lastSuccess = lastSuccess;
        this.events = events;
    }

    /** What stood around the run of this process when it was asked for. */
    private record Surroundings(SyncStatus status, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < SURROUNDINGS_LAST.toNanos();
        }
    }

    /**
     * How things stand. While a run goes on here most of it is what was known a moment ago, and one at a time asks anew: however many
     * programs ask, and however often, they must not slow the run.
     */
    SyncStatus status() {
        Run own = here;
        Surroundings known = surroundings;
        if (own == null || known == null) {
            return asked(own);
        }
        if (!known.isFresh() && looking.tryLock()) {
            try {
                known = lookAround(own);
            } finally {
                looking.unlock();
            }
        }
        return known.status().during(own);
    }

    private Surroundings lookAround(Run own) {
        Surroundings found = new Surroundings(asked(own), System.nanoTime());
        surroundings = found;
        return found;
    }

    private SyncStatus asked(Run own) {
        SiteSettings settings = site.settings().orElse(null);
        Instant initialisedAt = settings == null ? null : settings.initialisedAt();
        Run current = own != null ? own : runs.running().orElse(null);
        Run success = runs.lastSuccess().orElse(null);
        return new SyncStatus(
                settings != null,
                initialisedAt,
                schedule.paused(),
                outbox.pending(),
                schedule.nextRunAt(),
                current,
                runs.last().orElse(null),
                success,
                lastSuccess.since(success, initialisedAt),
                setAside(current != null));
    }

    /** Counting reads through all that came in, which is much while a run goes on: the number of before stands until its end. */
    private SetAsideTotal setAside(boolean busy) {
        SetAsideTotal known = setAside;
        if (known == null || !busy) {
            known = records.setAsideTotal();
            setAside = known;
        }
        return known;
    }

    /** Whether a run is going on in this process. */
    boolean busyHere() {
        return here != null;
    }

    /** Publishes how things stand now; never between a newer status and its publication, which it would hide. */
    synchronized void publish() {
        try {
            events.publishEvent(lookAround(here).status());
            owing = false;
        } catch (RuntimeException e) {
            owe(e);
        }
    }

    /** Whether the newest status is still to be published: it could not be, or not everybody could read what belongs to it. */
    boolean owes() {
        return owing;
    }

    /** Has it published once more, by whoever looks next. */
    void owe() {
        owing = true;
    }

    private void owe(RuntimeException e) {
        if (!owing) {
            log.warn("The status could not be published", e);
        }
        owe();
    }

    /** How things stand may hang on what was chosen, and how the pages show it. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(SettingChanged event) {
        publish();
    }

    /** What was tried again may be set aside no more. */
    @EventListener
    void retried(RecordsRetried event) {
        publish();
    }

    @Override
    public synchronized void show(Run run, boolean turn) {
        here = run.finishedAt() == null ? run : null;
        try {
            Surroundings known = surroundings;
            if (turn || known == null || !known.isFresh()) {
                known = lookAround(here);
            }
            log.trace("Showing {}", run.steps());
            events.publishEvent(known.status().during(here));
        } catch (RuntimeException e) {
            // Who watches must not stop what is watched.
            owe(e);
        }
    }

    /** The run of this process is over, whether its end could be shown or not. */
    synchronized void over() {
        if (here != null) {
            here = null;
            publish();
        }
    }
}
