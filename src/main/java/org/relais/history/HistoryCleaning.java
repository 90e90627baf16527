package org.relais.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.run.Runs;
import org.relais.sync.Regular;
import org.relais.sync.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Deletes runs that are older than they are kept, once a day, whether the schedule of runs is on or off. A server that is
 * switched off at that hour does it when it is back.
 */
@Component
class HistoryCleaning implements Regular {

    static final JobKey JOB = new JobKey("history-cleaning");

    private static final Logger log = LoggerFactory.getLogger(HistoryCleaning.class);
    private static final TriggerKey DAILY = new TriggerKey("history-cleaning");
    private static final int HOUR = 3;
    private static final int MINUTE = 17;

    /** On the day on which clocks are set back. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Timetable timetable;
    private final HistoryLength length;
    private final Runs runs;
    private final Clock clock;

    HistoryCleaning(Timetable timetable, HistoryLength length, Runs runs, Clock clock) {
        this.timetable = timetable;
        this.length = length;
        this.runs = runs;
        this.clock = clock;
    }

    /** Puts the job in its place. */
    @EventListener(ApplicationReadyEvent.class)
    void install() {
        timetable.place(JobBuilder.newJob(HistoryCleaningJob.class)
                .withIdentity(JOB)
                .storeDurably()
                .build());
        straighten();
    }

    /** A trigger that is there already stays, for it knows whether the hour was missed, unless a clock that was wrong put it far away. */
    @Override
    public void straighten() {
        Instant latest = clock.instant().plus(LONGEST_DAY);
        if (timetable.next(DAILY).filter(next -> !next.isAfter(latest)).isPresent()) {
            timetable.clear(DAILY);
        } else {
            timetable.start(TriggerBuilder.newTrigger()
                    .withIdentity(DAILY)
                    .forJob(JOB)
                    .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(HOUR, MINUTE)
                            // However many days were missed: once.
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build());
        }
    }

    /** Deletes what is older than it is kept. */
    void clean() {
        long deleted = runs.deleteOlderThan(Duration.ofDays(length.days()));
        if (deleted > 0) {
            log.info("{} runs that were older than {} days were deleted", deleted, length.days());
        }
    }
}
