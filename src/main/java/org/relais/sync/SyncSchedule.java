package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.stream.Stream;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.settings.Settings;
import org.relais.site.Site;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * When runs begin: one Quartz job, triggered by the interval and by whoever asks for a run. Whatever the clock said when
 * something was written down: the next run is never further away than one interval from now.
 */
@Component
class SyncSchedule implements Regular {

    static final JobKey JOB = new JobKey("synchronisation");

    /** In a trigger's data: the run that was asked for. */
    static final String RUN = "run";

    private static final TriggerKey INTERVAL = new TriggerKey("interval");

    private final Timetable timetable;
    private final SyncProperties properties;
    private final Site site;
    private final Settings settings;
    private final ScheduleTransaction transaction;
    private final Clock clock;

    SyncSchedule(
            Timetable timetable,
            SyncProperties properties,
            Site site,
            Settings settings,
            ScheduleTransaction transaction,
            Clock clock) {
        this.timetable = timetable;
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
            timetable.place(JobBuilder.newJob(SyncJob.class)
                    .withIdentity(JOB)
                    .storeDurably()
                    .requestRecovery()
                    .build());
            properties.chosenInterval().ifPresent(this::keep);
            properties.scheduled().ifPresent(this::keep);
            apply();
        });
    }

    /** Brings the trigger in line with the settings: none for a site that is not set up, or while switched off. */
    void apply() {
        transaction.run(() -> {
            if (paused() || !site.configured()) {
                timetable.remove(INTERVAL);
            } else {
                schedule(interval());
            }
        });
    }

    @Override
    public void straighten() {
        transaction.run(() -> {
            apply();
            Instant latest = clock.instant().plus(interval());
            timetable
                    .next(EarlyTries.SOON)
                    .filter(next -> next.isAfter(latest))
                    .ifPresent(lost -> timetable.remove(EarlyTries.SOON));
        });
    }

    /** Lets the job begin at once, for a run that was written down; takes part in the caller's transaction. */
    void runNow(long run) {
        timetable.add(TriggerBuilder.newTrigger()
                .forJob(JOB)
                .usingJobData(RUN, run)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build());
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
            if (site.configured() && timetable.find(INTERVAL).isEmpty()) {
                Duration interval = interval();
                timetable.start(trigger(interval, oneIntervalAfter(lastRun, interval)));
            }
        });
    }

    /** When the next run starts by itself, be it by the interval or soon after a lost line, or null. */
    Instant nextRunAt() {
        if (paused()) {
            return null;
        }
        Instant latest = clock.instant().plus(interval());
        // A clock that was set a moment ago is not yet noticed.
        return Stream.of(EarlyTries.SOON, INTERVAL)
                .flatMap(trigger -> timetable.next(trigger).stream())
                .min(Comparator.naturalOrder())
                .map(next -> next.isAfter(latest) ? latest : next)
                .orElse(null);
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

    private void schedule(Duration interval) {
        SimpleTrigger present = (SimpleTrigger) timetable.find(INTERVAL).orElse(null);
        if (present != null && present.getRepeatInterval() == interval.toMillis() && isDueWithin(present, interval)) {
            timetable.clear(INTERVAL);
        } else {
            timetable.start(trigger(interval, firstStart(present, interval)));
        }
    }

    private boolean isDueWithin(SimpleTrigger trigger, Duration interval) {
        Date next = trigger.getNextFireTime();
        return next != null && !next.toInstant().isAfter(clock.instant().plus(interval));
    }

    private static Trigger trigger(Duration interval, Instant firstStart) {
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
        if (present == null) {
            return clock.instant().plus(interval);
        }
        Date before = present.getPreviousFireTime();
        Instant counted = before != null
                ? before.toInstant()
                : present.getStartTime().toInstant().minusMillis(present.getRepeatInterval());
        return oneIntervalAfter(counted, interval);
    }

    /** No later than one interval from now, and no earlier than now. */
    private Instant oneIntervalAfter(Instant last, Duration interval) {
        Instant now = clock.instant();
        Instant due = last == null ? now : last.plus(interval);
        Instant latest = now.plus(interval);
        return due.isBefore(now) ? now : due.isAfter(latest) ? latest : due;
    }
}
