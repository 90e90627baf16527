package org.relais.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.relais.demo.DemoNetwork;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.Trigger;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.SchedulingException;
import org.springframework.transaction.TransactionException;

/** Plays a schedule with a site in this process. */
final class Play implements AutoCloseable {

    private static final Duration A_CALL_WAITS = Duration.ofSeconds(3);
    /** Longer than a machine that vanished keeps its run from the others. */
    private static final Duration A_RUN_TAKES = Duration.ofMinutes(3);

    private static final int MOST_GOOD_RUNS = 6;

    private final Schedule schedule;
    private final DemoNetwork network;
    private final LiveSite site;
    private final People people;
    private final RestOfTheNetwork rest;
    private final ExecutorService actor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("soak-actor").factory());
    private final List<Future<?>> doings = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final Deque<Round.Moment> due = new ArrayDeque<>();
    private int calls;

    Play(Schedule schedule, DemoNetwork network, LiveSite site, Base base, Model model) {
        this.schedule = schedule;
        this.network = network;
        this.site = site;
        this.people = new People(base, model);
        this.rest = new RestOfTheNetwork(network, base, model);
    }

    /**
     * Plays all rounds, and a good day after them.
     *
     * @return all runs, the last one of which had nothing to do
     */
    List<Run> play() {
        network.watch((server, path) -> called());
        if (schedule.beginsSetUp()) {
            firstRun();
        }
        for (int number = 0; number < schedule.rounds().size(); number++) {
            round(schedule.rounds().get(number), number);
        }
        network.faults().clear();
        site.heal();
        goodRun();
        runs.add(run(0));
        return runs;
    }

    private void round(Round round, int number) {
        synchronized (due) {
            due.addAll(round.moments());
            calls = 0;
        }
        happen(0);
        if (runs.isEmpty()) {
            firstRun();
        } else {
            runs.add(run(number));
        }
        happen(Integer.MAX_VALUE);
        // Faults of calls stay on: they strike in the next run as well.
        site.breakDatabase(0);
        if (schedule.twoProcesses() && site.engines().size() == 1) {
            site.start();
        }
    }

    private void firstRun() {
        site.setUp(network);
        // By itself; not when it could not get a connection at that moment. Then somebody presses the button.
        runs.add(run(0));
    }

    private void goodRun() {
        for (int tries = 0; tries < MOST_GOOD_RUNS; tries++) {
            Run run = run(tries);
            runs.add(run);
            // The first synchronisation sends nothing: what was changed meanwhile goes with the run after it.
            if (run.outcome() == Outcome.SUCCEEDED && run.plan() == RunPlan.USUAL) {
                return;
            }
        }
        throw new SoakFailure("no run succeeds on a good day: " + runs.getLast());
    }

    private Run run(int process) {
        return ended(process, start(process));
    }

    private Run ended(int process, long id) {
        long limit = System.nanoTime() + A_RUN_TAKES.toNanos();
        while (System.nanoTime() < limit) {
            try {
                Run run = site.engine(process).runs().find(id).orElseThrow();
                if (run.finishedAt() != null) {
                    return run;
                }
            } catch (DataAccessException | TransactionException e) {
                // All connections are taken for a moment.
                Thread.onSpinWait();
            }
            sleep(Duration.ofMillis(4));
        }
        throw new SoakFailure(
                "run " + id + " does not end: " + site.engine(process).runs().newest(2) + "\n" + StuckThreads.told());
    }

    private long start(int process) {
        try {
            return site.engine(process)
                    .synchroniser()
                    .start(Trigger.PERSON, "soak")
                    .id();
        } catch (DataAccessException | TransactionException | SchedulingException e) {
            // All connections are taken for a moment.
            sleep(Duration.ofMillis(50));
            return start(process);
        }
    }

    /** A central server was called: what is due happens before it answers. */
    private void called() {
        int now;
        synchronized (due) {
            now = ++calls;
        }
        happen(now);
    }

    private void happen(int call) {
        List<Future<?>> these = new ArrayList<>();
        synchronized (due) {
            while (!due.isEmpty() && due.peek().call() <= call) {
                Happening happening = due.poll().happening();
                these.add(actor.submit(() -> happen(happening)));
            }
            doings.addAll(these);
        }
        these.forEach(call == Integer.MAX_VALUE ? Play::done : Play::soon);
        if (call == Integer.MAX_VALUE) {
            List<Future<?>> all;
            synchronized (due) {
                all = List.copyOf(doings);
                doings.clear();
            }
            all.forEach(Play::done);
        }
    }

    private void happen(Happening happening) {
        switch (happening) {
            case Happening.Fails fails -> network.faults().add(fails.fault());
            case Happening.PeopleWork work -> people.work(site, work.dice());
            case Happening.PhoneSends sends -> people.send(site, sends.dice());
            case Happening.NetworkWorks works -> rest.work(works.dice());
            case Happening.Cancelled cancelled -> site.engine(0).synchroniser().cancel();
            case Happening.DatabaseBreaks breaks -> site.breakDatabase(breaks.probability());
            case Happening.ConnectionsHeld held -> {
                Future<?> holding = CompletableFuture.runAsync(() -> site.holdConnections(held.time()));
                synchronized (due) {
                    doings.add(holding);
                }
            }
            case Happening.ClockJumps jumps -> site.jump(jumps.by());
        }
    }

    /** What takes longer happens beside the call, which must not wait for somebody who waits for it. */
    private static void soon(Future<?> doing) {
        try {
            doing.get(A_CALL_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            Thread.yield();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // It is told at the end of the round, not to the server's thread.
            Thread.yield();
        }
    }

    private static void done(Future<?> doing) {
        try {
            doing.get(A_RUN_TAKES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new SoakFailure("what was done beside the run failed", e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        actor.shutdownNow();
    }
}
