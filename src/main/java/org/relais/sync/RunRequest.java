package org.relais.sync;

import java.util.Optional;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Asks for a run, whoever wants it: it is written down and scheduled at once, or neither. */
@Component
class RunRequest {

    private final Runs runs;
    private final SyncSchedule schedule;
    private final ScheduleTransaction transaction;
    private final OrphanedRun orphan;

    RunRequest(Runs runs, SyncSchedule schedule, ScheduleTransaction transaction, OrphanedRun orphan) {
        this.runs = runs;
        this.schedule = schedule;
        this.transaction = transaction;
        this.orphan = orphan;
    }

    /**
     * Asks for a run that begins at once.
     *
     * @param trigger what starts it
     * @param user who wants it, or null
     * @param plan what it is to do
     * @param before what takes place in the same transaction, before the run can begin and while no other can
     * @return the run; empty when one is going on, and nothing was done then
     */
    Optional<Run> make(Trigger trigger, String user, RunPlan plan, Runnable before) {
        orphan.close();
        if (runs.unfinished().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(transaction.get(() -> {
                // First of all: the database lets nobody else begin a run from here on, or refuses this one.
                Run requested = runs.request(trigger, user, plan);
                before.run();
                schedule.runNow(requested.id());
                return requested;
            }));
        } catch (DataIntegrityViolationException e) {
            // Somebody else started one at this very moment.
            return Optional.empty();
        }
    }
}
