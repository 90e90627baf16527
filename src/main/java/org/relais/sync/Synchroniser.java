package org.relais.sync;

import java.time.Duration;
import java.util.Optional;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.site.Site;
import org.relais.site.SiteNotConfigured;
import org.springframework.stereotype.Component;

/**
 * Starts, stops and tells about synchronisations; {@link Runs} knows those that were. Scheduled, manual and other runs are the
 * same; there is never more than one at a time, on however many processes. Every change is published as an application event
 * of type {@link SyncStatus}.
 */
@Component
public class Synchroniser {

    /** The setting that holds the interval between scheduled runs. */
    public static final String INTERVAL = "relais.sync.interval";

    /** The setting that holds whether the schedule is on. */
    public static final String ENABLED = "relais.sync.enabled";

    /** The shortest interval between scheduled runs. */
    public static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    /** The longest interval between scheduled runs. */
    public static final Duration LONGEST_INTERVAL = Duration.ofDays(7);

    private final StatusBoard board;
    private final Runs runs;
    private final SyncSchedule schedule;
    private final Runner runner;
    private final Site site;
    private final RunRequest request;

    /** Protected, so that a test of the pages can tell them what it wants. */
    protected Synchroniser(
            StatusBoard board, Runs runs, SyncSchedule schedule, Runner runner, Site site, RunRequest request) {
        this.board = board;
        this.runs = runs;
        this.schedule = schedule;
        this.runner = runner;
        this.site = site;
        this.request = request;
    }

    /** How things stand now; never null. */
    public SyncStatus status() {
        return board.status();
    }

    /**
     * Publishes how things stand now, as an action's effect that no event tells of. What is published otherwise at the same moment
     * keeps its order: the newest comes last.
     */
    public void publish() {
        board.publish();
    }

    /** Whether a run is going on in this process; costs nothing to ask. */
    public boolean isBusyHere() {
        return board.busyHere();
    }

    /**
     * Starts a run at once, unless one is going on.
     *
     * @param trigger what starts it
     * @param user who pressed the button, or null
     * @return the new run, or the one that is going on
     * @throws SiteNotConfigured before the site is set up
     */
    public Run start(Trigger trigger, String user) {
        if (!site.configured()) {
            throw new SiteNotConfigured();
        }
        return start(trigger, user, NextPlan.of(site));
    }

    Run start(Trigger trigger, String user, RunPlan plan) {
        Optional<Run> run = request.make(trigger, user, plan, () -> {});
        if (run.isPresent() && !board.busyHere()) {
            board.publish();
        }
        // One that goes on is the newest; if it is over already, it was this moment's run all the same.
        return run.orElseGet(() -> runs.newest(1).getFirst());
    }

    /**
     * Asks the run that is going on, in whichever process, to stop at its next batch. Nothing is lost by it.
     *
     * @return the run's number; empty when none is going on
     */
    public Optional<Long> cancel() {
        Optional<Long> running = runs.unfinished().map(Runs.Unfinished::id).filter(runs::requestCancel);
        running.ifPresent(runner::cancelHere);
        return running;
    }

    /** How long the schedule waits between the starts of two runs. */
    public Duration interval() {
        return schedule.interval();
    }

    /**
     * Changes the interval; it takes effect at once and is kept.
     *
     * @param interval from {@link #SHORTEST_INTERVAL} to {@link #LONGEST_INTERVAL}
     * @throws IllegalArgumentException when it is outside of that
     */
    public void changeInterval(Duration interval) {
        if (!SyncProperties.allowed(interval)) {
            throw new IllegalArgumentException(
                    "The interval " + interval + " is not between " + SHORTEST_INTERVAL + " and " + LONGEST_INTERVAL);
        }
        schedule.changeInterval(interval);
    }

    /**
     * Switches the schedule off, for all processes on this database and until {@link #resume}: no run starts by itself. One that
     * is going on goes on to its end, and runs that a person or a program asks for take place.
     */
    public void pause() {
        schedule.pause();
    }

    /** Switches the schedule on again. The next run starts one interval after the last one, at once if that is over. */
    public void resume() {
        schedule.resume(runs.newest(1).stream().map(Run::startedAt).findFirst().orElse(null));
    }
}
