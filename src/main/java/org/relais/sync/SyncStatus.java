package org.relais.sync;

import java.time.Instant;
import java.util.List;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;

/**
 * What there is to know about this site's synchronisation at one moment; published whole at every change.
 *
 * @param configured whether the site knows its central server
 * @param initialisedAt when the first synchronisation was completed, or null
 * @param paused whether the schedule is switched off
 * @param pending how many changes wait to be sent
 * @param nextRunAt when the schedule starts the next run, or null
 * @param current the run that is going on, or null
 * @param last the last run that ended, or null
 * @param lastSuccess the last run that succeeded, or null
 * @param freshSince from when on {@link Freshness} counts, or null: see {@link LastSuccess}
 * @param setAside how many records are set aside; while a run goes on, as it was when the run began
 */
public record SyncStatus(
        boolean configured,
        Instant initialisedAt,
        boolean paused,
        long pending,
        Instant nextRunAt,
        Run current,
        Run last,
        Run lastSuccess,
        Instant freshSince,
        SetAsideTotal setAside) {

    /**
     * By which a list of what waits to be sent knows that it is another one. One change may have been sent and another made at
     * once: then as many wait as before.
     *
     * @param pending how many wait
     * @param lastRun the number of the run that ended last, or null
     */
    public record Outgoing(long pending, Long lastRun) {}

    /** What waits to be sent, as far as a list of it has to know; never null. */
    public Outgoing outgoing() {
        return new Outgoing(pending, last == null ? null : last.id());
    }

    /** Whether a first synchronisation was completed. */
    public boolean initialised() {
        return initialisedAt != null;
    }

    /** Whether this server tries again soon by itself, for the last run lost the line. */
    public boolean triesSoon() {
        return current == null && nextRunAt != null && last != null && LineTrouble.lostTheLine(last);
    }

    /** The same while this run goes on. */
    SyncStatus during(Run run) {
        return new SyncStatus(
                configured, initialisedAt, paused, pending, nextRunAt, run, last, lastSuccess, freshSince, setAside);
    }

    /** The run that goes on, else the last one; null before the first. */
    public Run newest() {
        return current != null ? current : last;
    }

    /** What such a run did is not done again: the page shows what comes. */
    private boolean completesABeginning(Run run) {
        return switch (run.plan()) {
            case FIRST -> run.finishedAt() != null && initialised();
            case RESTORED -> run.outcome() == Outcome.SUCCEEDED;
            case USUAL -> false;
        };
    }

    /**
     * How far the newest run is, step by step; before the first, and once a first synchronisation is complete, the steps of the run
     * that comes.
     */
    public List<RunStep> steps() {
        Run run = newest();
        return run != null && !completesABeginning(run) && !run.steps().isEmpty()
                ? run.steps()
                : RunPlan.next(initialised(), false).steps().stream()
                        .map(RunStep::pending)
                        .toList();
    }
}
