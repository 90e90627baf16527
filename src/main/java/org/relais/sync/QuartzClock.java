package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * How Quartz names its threads of a process: the one by which processes report to each other that they live, and the one that
     * finds what is overdue.
     */
    private static final List<String> THREADS =
            List.of("QuartzScheduler_%s-%s_ClusterManager", "QuartzScheduler_%s-%s_MisfireHandler");

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

    /** Wakes Quartz's threads in this process, which then ask what time it is: what is overdue by the new time begins at once. */
    void wasSet() {
        try {
            String name = scheduler.getSchedulerName();
            String process = scheduler.getSchedulerInstanceId();
            Set<String> sleeping =
                    THREADS.stream().map(each -> each.formatted(name, process)).collect(Collectors.toSet());
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> sleeping.contains(thread.getName()))
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
