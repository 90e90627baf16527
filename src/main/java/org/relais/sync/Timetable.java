package org.relais.sync;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.springframework.scheduling.SchedulingException;
import org.springframework.stereotype.Component;

/** What Quartz is to do and when, for all processes on this database. Everything takes part in the caller's transaction. */
@Component
public class Timetable {

    private final Scheduler scheduler;
    private final ScheduleTransaction transaction;

    Timetable(Scheduler scheduler, ScheduleTransaction transaction) {
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /** A question to Quartz, or an order. */
    @FunctionalInterface
    private interface Call<T> {
        T on(Scheduler scheduler) throws SchedulerException;
    }

    /** Puts a job in its place, or another one in its stead. */
    public void place(JobDetail job) {
        call("place " + job.getKey(), quartz -> {
            quartz.addJob(job, true);
            return null;
        });
    }

    /** Starts a trigger that nobody else knows. */
    public void add(Trigger trigger) {
        call("add " + trigger.getKey(), quartz -> quartz.scheduleJob(trigger));
    }

    /** Starts a trigger, in the place of the one with its key if there is one. */
    public void start(Trigger trigger) {
        call(
                "start " + trigger.getKey(),
                quartz -> quartz.checkExists(trigger.getKey())
                        ? quartz.rescheduleJob(trigger.getKey(), trigger)
                        : quartz.scheduleJob(trigger));
    }

    /** Takes a trigger away, if it is there. */
    public void remove(TriggerKey trigger) {
        call("remove " + trigger, quartz -> quartz.unscheduleJob(trigger));
    }

    /** Lets a trigger go on that Quartz gave up after an error. */
    public void clear(TriggerKey trigger) {
        call("clear " + trigger, quartz -> {
            if (quartz.getTriggerState(trigger) == Trigger.TriggerState.ERROR) {
                quartz.resetTriggerFromErrorState(trigger);
            }
            return null;
        });
    }

    /** The trigger with a key. */
    public Optional<Trigger> find(TriggerKey trigger) {
        return Optional.ofNullable(call("find " + trigger, quartz -> quartz.getTrigger(trigger)));
    }

    /** When a trigger fires next; empty when it is not there. */
    public Optional<Instant> next(TriggerKey trigger) {
        return find(trigger).map(Trigger::getNextFireTime).map(Date::toInstant);
    }

    private <T> T call(String what, Call<T> call) {
        return transaction.get(() -> {
            try {
                return call.on(scheduler);
            } catch (SchedulerException e) {
                throw new SchedulingException("Quartz could not " + what, e);
            }
        });
    }
}
