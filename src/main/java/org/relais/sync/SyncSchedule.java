package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.settings.Settings;
import org.relais.site.Site;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.SchedulingException;
import org.springframework.stereotype.Component;

/** When runs begin: one Quartz job, triggered by the interval and by whoever asks for a run. */
@Component
class SyncSchedule {

    static final JobKey JOB = new JobKey("synchronisation");

    /** In a trigger's data: the run that was asked for. */
    static final String RUN = "run";

    private static final TriggerKey INTERVAL = new TriggerKey("interval");

    private final Scheduler scheduler;
    private final SyncProperties properties;
    private final Site site;
    private final Settings settings;
    private final ScheduleTransaction transaction;
    private final Clock clock;

    SyncSchedule(
            Scheduler scheduler,
            SyncProperties properties,
            Site site,
            Settings settings,
            ScheduleTransaction transaction,
            Clock clock) {
        this.scheduler = scheduler;
        properties.check();
        this.properties = properties;
        this.site = site;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts the job in its place; what the configuration names explicitly replaces what was chosen. */
    void install() {
        transaction.run(() -> {
            try {
                JobDetail job = JobBuilder.newJob(SyncJob.class)
                        .withIdentity(JOB)
                        .storeDurably()
                        .requestRecovery()
                        .build();
                scheduler.addJob(job, true);
                properties.chosenInterval().ifPresent(this::keep);
                properties.scheduled().ifPresent(this::keep);
                apply();
            } catch (SchedulerException e) {
                throw new SchedulingException("The schedule could not be installed", e);
            }
        });
    }

    /** Brings the trigger in line with the settings: none for a site that is not set up, or while switched off. */
    void apply() {
        transaction.run(() -> {
            try {
                if (paused() || !site.configured()) {
                    scheduler.unscheduleJob(INTERVAL);
                } else {
                    schedule(interval());
                }
            } catch (SchedulerException e) {
                throw new SchedulingException("The schedule could not be changed", e);
            }
        });
    }

    /** Lets the job begin at once, for a run that was written down; takes part in the caller's transaction. */
    void runNow(long run) {
        transaction.run(() -> {
            try {
                scheduler.scheduleJob(TriggerBuilder.newTrigger()
                        .forJob(JOB)
                        .usingJobData(RUN, run)
                        .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                        .build());
            } catch (SchedulerException e) {
                throw new SchedulingException("Run " + run + " could not be scheduled", e);
            }
        });
    }

    /** Whether the schedule is switched off, for all processes on this database. */
    boolean paused() {
        return settings.find(Synchroniser.ENABLED)
                .filter(Boolean.FALSE.toString()::equals)
                .isPresent();
    }

    /** Starts no more runs. One that is going on goes on to its end. */
    void pause() {
        transaction.run(() -> {
            keep(false);
            apply();
        });
    }

    /**
     * Starts runs again: the first of them one interval after the last run, at once if that is over.
     *
     * @param lastRun when the last run began, or null
     */
    void resume(Instant lastRun) {
        transaction.run(() -> {
            keep(true);
            try {
                if (site.configured() && scheduler.getTrigger(INTERVAL) == null) {
                    Duration interval = interval();
                    scheduler.scheduleJob(trigger(interval, notBefore(clock.instant(), lastRun, interval)));
                }
            } catch (SchedulerException e) {
                throw new SchedulingException("The schedule could not be resumed", e);
            }
        });
    }

    /** When the schedule starts the next run, or null. */
    Instant nextRunAt() {
        try {
            org.quartz.Trigger trigger = scheduler.getTrigger(INTERVAL);
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            throw new SchedulingException("The schedule could not be read", e);
        }
    }

    Duration interval() {
        return settings.find(Synchroniser.INTERVAL)
                .map(DurationStyle::detectAndParse)
                .orElse(SyncProperties.DEFAULT_INTERVAL);
    }

    void changeInterval(Duration interval) {
        transaction.run(() -> {
            keep(interval);
            apply();
        });
    }

    private void keep(Duration interval) {
        settings.choose(Synchroniser.INTERVAL, interval.toSeconds() + "s");
    }

    private void keep(boolean scheduled) {
        settings.choose(Synchroniser.ENABLED, Boolean.toString(scheduled));
    }

    private void schedule(Duration interval) throws SchedulerException {
        SimpleTrigger present = (SimpleTrigger) scheduler.getTrigger(INTERVAL);
        if (present != null && present.getRepeatInterval() == interval.toMillis()) {
            scheduler.resetTriggerFromErrorState(INTERVAL);
            return;
        }
        SimpleTrigger wanted = trigger(interval, firstStart(present, interval));
        if (present == null) {
            scheduler.scheduleJob(wanted);
        } else {
            Objects.requireNonNull(scheduler.rescheduleJob(INTERVAL, wanted));
        }
    }

    private static SimpleTrigger trigger(Duration interval, Instant firstStart) {
        return TriggerBuilder.newTrigger()
                .withIdentity(INTERVAL)
                .forJob(JOB)
                .startAt(Date.from(firstStart))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        // However many were missed: one run now, and on from there.
                        .withMisfireHandlingInstructionNowWithExistingCount())
                .build();
    }

    /** One new interval after the last scheduled start, at once if that is over. */
    private Instant firstStart(SimpleTrigger present, Duration interval) {
        Instant now = clock.instant();
        if (present == null) {
            return now.plus(interval);
        }
        Date before = present.getPreviousFireTime();
        Instant counted = before != null
                ? before.toInstant()
                : present.getStartTime().toInstant().minusMillis(present.getRepeatInterval());
        return notBefore(now, counted, interval);
    }

    private static Instant notBefore(Instant now, Instant last, Duration interval) {
        Instant due = last == null ? now : last.plus(interval);
        return due.isBefore(now) ? now : due;
    }
}
