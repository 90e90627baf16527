package org.relais.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.settings.SettingChanged;
import org.relais.site.Site;
import org.relais.sync.Regular;
import org.relais.sync.Timetable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** When backups are made: each night, and when somebody asks. A server that was off at that hour makes one when it is back. */
@Component
public class BackupSchedule implements Regular {

    static final JobKey JOB = new JobKey("backup");

    /** In a trigger's data: who asked. */
    static final String ASKED_BY = "askedBy";

    private static final TriggerKey NIGHTLY = new TriggerKey("backup");

    /** On the day on which clocks are set back. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Timetable timetable;
    private final BackupSettings settings;
    private final Backups backups;
    private final Site site;
    private final Clock clock;

    BackupSchedule(Timetable timetable, BackupSettings settings, Backups backups, Site site, Clock clock) {
        this.timetable = timetable;
        this.settings = settings;
        this.backups = backups;
        this.site = site;
        this.clock = clock;
    }

    /** Puts the job in its place. */
    @EventListener(ApplicationReadyEvent.class)
    void install() {
        timetable.place(JobBuilder.newJob(BackupJob.class)
                .withIdentity(JOB)
                .storeDurably()
                .build());
        straighten();
        backups.closeWhatWasCut();
    }

    /** A trigger that is there already stays, for it knows whether the hour was missed, unless a clock that was wrong put it far away. */
    @Override
    public void straighten() {
        Instant latest = clock.instant().plus(LONGEST_DAY);
        String time = settings.plan().time().toString();
        boolean stands = timetable
                .find(NIGHTLY)
                .filter(trigger -> time.equals(trigger.getDescription()))
                .map(trigger -> trigger.getNextFireTime())
                .filter(next -> !next.toInstant().isAfter(latest))
                .isPresent();
        if (stands) {
            timetable.clear(NIGHTLY);
        } else {
            start(settings.plan().time());
        }
    }

    private void start(LocalTime time) {
        timetable.start(TriggerBuilder.newTrigger()
                .withIdentity(NIGHTLY)
                .withDescription(time.toString())
                .forJob(JOB)
                .withSchedule(CronScheduleBuilder.dailyAtHourAndMinute(time.getHour(), time.getMinute())
                        // However many nights were missed: once.
                        .withMisfireHandlingInstructionFireAndProceed())
                .build());
    }

    /** Another time holds from now on. */
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.READ_COMMITTED)
    void changed(SettingChanged event) {
        if (event.name().equals(BackupSettings.TIME)) {
            straighten();
        }
    }

    /** Has a backup made at once. */
    public void now(String askedBy) {
        timetable.add(TriggerBuilder.newTrigger()
                .forJob(JOB)
                .usingJobData(ASKED_BY, askedBy)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build());
    }

    /** When the next one is made by itself. */
    public Instant next() {
        return timetable.next(NIGHTLY).orElse(null);
    }

    /** The hour has come, or somebody asked. A site that is not set up has nothing to lose. */
    void perform(String askedBy) {
        if (askedBy != null || site.configured()) {
            backups.make(askedBy);
        }
    }
}
