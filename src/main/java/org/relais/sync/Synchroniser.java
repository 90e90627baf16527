package org.relais.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.relais.run.Run;
import org.relais.run.RunFilter;
import org.relais.run.Trigger;
import org.relais.site.SiteNotConfigured;

/**
 * Starts, stops and tells about synchronisations. Scheduled, manual and other runs are the same; there is never more than
 * one at a time, on however many processes. Every change is published as an application event of type {@link SyncStatus}.
 */
public interface Synchroniser {

    /** The setting that holds the interval between scheduled runs. */
    String INTERVAL = "relais.sync.interval";

    /** The setting that holds whether the schedule is on. */
    String ENABLED = "relais.sync.enabled";

    /** The shortest interval between scheduled runs. */
    Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    /** The longest interval between scheduled runs. */
    Duration LONGEST_INTERVAL = Duration.ofDays(7);

    /** How things stand now; never null. */
    SyncStatus status();

    /**
     * Starts a run at once, unless one is going on.
     *
     * @param trigger what starts it
     * @param user who pressed the button, or null
     * @return the new run, or the one that is going on
     * @throws SiteNotConfigured before the site is set up
     */
    Run start(Trigger trigger, String user);

    /**
     * Asks the run that is going on, in whichever process, to stop at its next batch. Nothing is lost by it.
     *
     * @return whether there was one
     */
    boolean cancel();

    /**
     * A page of runs, the newest first, the one that is going on among them.
     *
     * @param filter which runs
     * @param offset how many to pass over, from 0
     * @param limit how many at most, at least 1
     */
    List<Run> runs(RunFilter filter, int offset, int limit);

    /**
     * The last runs, the newest first, the one that is going on among them.
     *
     * @param limit at least 1
     */
    default List<Run> runs(int limit) {
        return runs(RunFilter.ALL, 0, limit);
    }

    /** How many runs are kept, of those that the filter lets through. */
    long count(RunFilter filter);

    /** One run by its number. */
    Optional<Run> run(long id);

    /** How long the schedule waits between the starts of two runs. */
    Duration interval();

    /**
     * Changes the interval; it takes effect at once and is kept.
     *
     * @param interval from {@link #SHORTEST_INTERVAL} to {@link #LONGEST_INTERVAL}
     * @throws IllegalArgumentException when it is outside of that
     */
    void changeInterval(Duration interval);

    /**
     * Switches the schedule off, for all processes on this database and until {@link #resume}: no run starts by itself. One that
     * is going on goes on to its end, and runs that a person or a program asks for take place.
     */
    void pause();

    /** Switches the schedule on again. The next run starts one interval after the last one, at once if that is over. */
    void resume();
}
