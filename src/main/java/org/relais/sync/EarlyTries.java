package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.relais.central.Cancellation;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.Errand;
import org.relais.run.RunEnded;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Begins a run soon after one that lost the line, so that a line which is there for a minute is used. Before it does, it asks the
 * mSupply central server who this site is: as long as the line is gone no run begins, and the history tells of one loss instead of
 * hundreds. While the schedule is switched off nothing begins by itself.
 */
@Component
class EarlyTries implements SmartLifecycle {

    /** When the line is looked for next. */
    static final TriggerKey SOON = new TriggerKey("early-try");

    /** In the trigger's data: how often the line was looked for in vain since the last run. */
    static final String IN_VAIN = "in-vain";

    private static final Logger log = LoggerFactory.getLogger(EarlyTries.class);

    private static final JobKey JOB = new JobKey("early-try");

    /** Between two looks for the line, at first and at last. */
    private static final Duration LOOKS_FIRST = Duration.ofSeconds(5);

    private static final Duration LOOKS_LAST = Duration.ofSeconds(30);

    /** Two hundred sites that lost the same server do not come back at the same moment: up to a fifth more. */
    private static final double CHANCE = 0.2;

    private final Timetable timetable;
    private final SyncSchedule schedule;
    private final ScheduleTransaction transaction;
    private final Runs runs;
    private final RunRequest request;
    private final Site site;
    private final CentralServers servers;
    private final Duration first;
    private final Clock clock;
    private volatile Cancellation looking = new Cancellation();
    private volatile boolean running;

    /** @param first how long to wait after the first failure */
    EarlyTries(
            Timetable timetable,
            SyncSchedule schedule,
            ScheduleTransaction transaction,
            Runs runs,
            RunRequest request,
            Site site,
            CentralServers servers,
            @Value("${relais.sync.first-retry:5s}") Duration first,
            Clock clock) {
        this.timetable = timetable;
        this.schedule = schedule;
        this.transaction = transaction;
        this.runs = runs;
        this.request = request;
        this.site = site;
        this.servers = servers;
        this.first = first;
        this.clock = clock;
    }

    /** Plans the next try after a run that lost the line; after any other run there is nothing to hurry for. */
    @EventListener
    void ended(RunEnded event) {
        try {
            LineTrouble trouble = LineTrouble.of(runs.ended(LineTrouble.COUNTED), first, schedule.interval());
            if (trouble.present() && !schedule.paused()) {
                plan(trouble.pause(), 0);
            } else {
                timetable.remove(SOON);
            }
        } catch (RuntimeException e) {
            // The run has ended well or badly; the interval still begins the next one.
            log.warn(
                    "An early try after run {} could not be planned",
                    event.run().id(),
                    e);
        }
    }

    /**
     * Looks for the line, and begins a run when it is there.
     *
     * @param inVain how often it was looked for since the last run
     */
    void take(int inVain) {
        if (schedule.paused() || !site.configured() || runs.unfinished().isPresent()) {
            return;
        }
        if (lineIsThere()) {
            // Looking took a while on a bad line, in which somebody may have paused to spare it.
            if (!schedule.paused()) {
                request.make(Trigger.SCHEDULE, null, NextPlan.of(site), () -> {});
            }
        } else if (running) {
            Duration pause = LOOKS_FIRST.plusSeconds(inVain);
            plan(pause.compareTo(LOOKS_LAST) < 0 ? pause : LOOKS_LAST, inVain + 1);
        }
    }

    /** Whoever refuses has heard. */
    private boolean lineIsThere() {
        try {
            servers.legacy(site.credentials(), new Errand(looking)).site();
            return true;
        } catch (CentralFailure.Unreachable lost) {
            return !lost.lineLost();
        } catch (CentralFailure.Stopped stopped) {
            return false;
        } catch (CentralFailure refused) {
            return true;
        }
    }

    private void plan(Duration pause, int inVain) {
        long chance = (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(CHANCE));
        Instant at = clock.instant().plus(pause).plusMillis(chance);
        transaction.run(() -> {
            timetable.place(JobBuilder.newJob(EarlyTryJob.class)
                    .withIdentity(JOB)
                    .storeDurably()
                    .build());
            timetable.start(TriggerBuilder.newTrigger()
                    .withIdentity(SOON)
                    .forJob(JOB)
                    .usingJobData(IN_VAIN, Integer.toString(inVain))
                    .startAt(Date.from(at))
                    .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                    .build());
        });
    }

    @Override
    public void start() {
        looking = new Cancellation();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        looking.cancel();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
