package org.relais.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.sync.ScheduleTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.SchedulingException;
import org.springframework.stereotype.Component;

/**
 * Deletes runs that are older than they are kept, once a day, whether the schedule of runs is on or off. A server that is
 * switched off at that hour does it when it is back.
 */
@Component
class HistoryCleaning {

    static final JobKey JOB = new JobKey("history-cleaning");

    private static final Logger log = LoggerFactory.getLogger(HistoryCleaning.class);
    private static final TriggerKey DAILY = new TriggerKey("history-cleaning");
    private static final int HOUR = 3;
    private static final int MINUTE = 17;
    private static final int BATCH = 500;

    private final Scheduler scheduler;
    private final HistoryLength length;
    private final JdbcClient jdbc;
    private final ScheduleTransaction transaction;
    private final Clock clock;

    HistoryCleaning(
            Scheduler scheduler, HistoryLength length, JdbcClient jdbc, ScheduleTransaction transaction, Clock clock) {
        this.scheduler = scheduler;
        this.length = length;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts the job in its place. */
    @EventListener(ApplicationReadyEvent.class)
    void install() {
        transaction.run(() -> {
            try {
                scheduler.addJob(
                        JobBuilder.newJob(HistoryCleaningJob.class)
                                .withIdentity(JOB)
                                .storeDurably()
                                .build(),
                        true);
                schedule();
            } catch (SchedulerException e) {
                throw new SchedulingException("The cleaning of the history could not be scheduled", e);
            }
        });
    }

    /** A trigger that is there already stays: it knows whether the hour was missed. */
    private void schedule() throws SchedulerException {
        if (scheduler.checkExists(DAILY)) {
            scheduler.resetTriggerFromErrorState(DAILY);
            return;
        }
        scheduler.scheduleJob(TriggerBuilder.newTrigger()
                .withIdentity(DAILY)
                .forJob(JOB)
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(HOUR, MINUTE)
                        // However many days were missed: once.
                        .withMisfireHandlingInstructionFireAndProceed())
                .build());
    }

    /** Deletes what is older than it is kept, a batch at a time, so that a run never waits long for it. */
    void clean() {
        Instant oldest = clock.instant().minus(Duration.ofDays(length.days()));
        long deleted = 0;
        int batch;
        do {
            batch = deleteBefore(oldest);
            deleted += batch;
        } while (batch == BATCH);
        if (deleted > 0) {
            log.info("{} runs from before {} were deleted", deleted, oldest);
        }
    }

    /**
     * Deletes a batch of the runs that began before a moment. The run that is going on, the last one that ended and the last
     * success are kept, however old they are: the status and the badge speak of them.
     *
     * @return how many were deleted; fewer than a batch holds when no more are left
     */
    private int deleteBefore(Instant moment) {
        List<Long> old = jdbc.sql("""
                        select id from sync_run
                        where started_at < :moment and outcome <> 'running'
                            and id <> (select max(id) from sync_run where outcome <> 'running')
                            and id <> coalesce((select max(id) from sync_run where outcome = 'succeeded'), 0)
                        order by started_at limit :limit
                        """)
                .param("moment", LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .param("limit", BATCH)
                .query(Long.class)
                .list();
        return old.isEmpty()
                ? 0
                : jdbc.sql("delete from sync_run where id in (:old)")
                        .param("old", old)
                        .update();
    }
}
