package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.SchedulingException;
import org.springframework.stereotype.Component;

/**
 * Gets Quartz over a clock that was set. It computes how long its threads sleep from the machine's clock: set back by ten years,
 * they would sleep for ten years.
 */
@Component
class QuartzClock implements Regular {

    /** How Quartz names the thread by which processes report to each other that they live. */
    private static final String CHECK_IN_THREAD = "QuartzScheduler_%s-%s_ClusterManager";

    /** Longer than two machines' clocks differ, shorter than anybody should wait. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final JdbcClient jdbc;
    private final Clock clock;

    QuartzClock(Scheduler scheduler, JdbcClient jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Wakes Quartz's threads in this process, which then ask what time it is. */
    void wasSet() {
        try {
            String checkIn =
                    CHECK_IN_THREAD.formatted(scheduler.getSchedulerName(), scheduler.getSchedulerInstanceId());
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals(checkIn))
                    .forEach(Thread::interrupt);
            if (scheduler.isStarted() && !scheduler.isInStandbyMode()) {
                scheduler.standby();
                scheduler.start();
            }
        } catch (SchedulerException e) {
            throw new SchedulingException("Quartz could not be told that the clock was set", e);
        }
    }

    /** A process that died while its clock was ahead would count as alive until that date, and what it held would be held. */
    @Override
    public void straighten() {
        long now = clock.millis();
        jdbc.sql("update QRTZ_SCHEDULER_STATE set LAST_CHECKIN_TIME = :now where LAST_CHECKIN_TIME > :latest")
                .param("now", now)
                .param("latest", now + SKEW.toMillis())
                .update();
    }
}
