package org.relais.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.relais.demo.DemoNetwork;
import org.relais.sync.MortalSite;
import org.springframework.dao.DataAccessException;

/** Plays a day on which a site is killed. */
final class DeadlyPlay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_CALL_COMES = Duration.ofSeconds(20);
    private static final Duration TROUBLE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_GOOD_RUNS = 6;

    private static final String LAST = "select concat(plan, ' ', outcome) from sync_run order by id desc limit 1";
    private static final String MOVED =
            "select coalesce(sum(done), 0) from sync_step where run_id = (select max(id) from sync_run)";

    private final DeadlySchedule schedule;
    private final DemoNetwork network;
    private final MortalSite site;
    private final Optional<LoopDisk> disk;
    private final DoorOfAMortal door;
    private final People people;
    private final RestOfTheNetwork rest;
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService actor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("soak-actor").factory());

    DeadlyPlay(
            DeadlySchedule schedule,
            DemoNetwork network,
            MortalSite site,
            Optional<LoopDisk> disk,
            Base base,
            Model model) {
        this.schedule = schedule;
        this.network = network;
        this.site = site;
        this.disk = disk;
        this.door = new DoorOfAMortal(site);
        this.people = new People(base, model);
        this.rest = new RestOfTheNetwork(network, base, model);
    }

    DoorOfAMortal door() {
        return door;
    }

    /** Plays all blows and a good day after them. */
    void play() throws IOException, InterruptedException {
        network.watch((server, path) -> calls.incrementAndGet());
        start();
        boolean first = schedule.firstRun();
        if (!first) {
            rest();
        }
        for (Strike strike : schedule.strikes()) {
            strike(strike, first);
            first = false;
        }
        goodRun();
        synchronise();
        rest();
        long moved = site.database().sql(MOVED).query(Long.class).single();
        if (moved > 0) {
            throw new SoakFailure("a run after the last one still moved " + moved + " records");
        }
    }

    private void strike(Strike strike, boolean inFirstRun) throws IOException, InterruptedException {
        int from = 0;
        if (!inFirstRun) {
            done(doing(strike.before()));
            from = calls.get();
            synchronise();
        }
        int until = from + strike.call();
        long limit = System.nanoTime() + A_CALL_COMES.toNanos();
        while (calls.get() < until && System.nanoTime() < limit && !rests()) {
            LockSupport.parkNanos(LOOK.toNanos() / 5);
        }
        Future<?> doings = doing(strike.meanwhile());
        LockSupport.parkNanos(strike.later().toNanos());
        hit(strike.blow());
        done(doings);
        rest();
    }

    private void hit(Blow blow) throws IOException, InterruptedException {
        boolean needsDisk = blow == Blow.POWER || blow == Blow.FULL_DISK;
        switch (needsDisk && disk.isEmpty() ? Blow.BOTH : blow) {
            case PROGRAM -> kill(MortalSite.Victims.JAVA);
            case BOTH -> kill(MortalSite.Victims.JAVA_AND_DATABASE);
            case DATABASE -> {
                site.mariadb().ifPresent(ProcessHandle::destroyForcibly);
                await("the database is back", this::answers);
            }
            case SILENT_DATABASE -> {
                ProcessHandle database = site.mariadb().orElseThrow();
                signal("STOP", database);
                LockSupport.parkNanos(TROUBLE.toNanos());
                signal("CONT", database);
                await("the database is back", this::answers);
            }
            case POWER -> {
                ProcessHandle database = site.mariadb().orElseThrow();
                signal("STOP", site.process());
                signal("STOP", database);
                disk.orElseThrow().powerFails();
                door.close();
                site.kill(MortalSite.Victims.JAVA_AND_DATABASE);
                disk.orElseThrow().loseTheRest();
                start();
            }
            case FULL_DISK -> {
                disk.orElseThrow().fill();
                LockSupport.parkNanos(TROUBLE.toNanos());
                disk.orElseThrow().empty();
                if (!site.isAlive()) {
                    start();
                }
                await("the database is back", this::answers);
            }
        }
    }

    private void kill(MortalSite.Victims victims) throws IOException, InterruptedException {
        door.close();
        site.kill(victims);
        start();
    }

    private void start() throws IOException, InterruptedException {
        site.start();
        door.open();
    }

    private void synchronise() {
        done(actor.submit(() -> door.ordered("synchronise")));
    }

    private void goodRun() {
        for (int tries = 0; tries < MOST_GOOD_RUNS; tries++) {
            synchronise();
            rest();
            if (site.database().sql(LAST).query(String.class).single().equals("usual succeeded")) {
                return;
            }
        }
        throw new SoakFailure("no run succeeds on a good day:\n" + site.lastWords());
    }

    private void rest() {
        await("the run ends", this::rests);
    }

    /** In one question: between two, a run that was cut could be taken up. */
    private boolean rests() {
        try {
            return site.database()
                    .sql("select outcome not in ('running', 'interrupted') from sync_run order by id desc limit 1")
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
        } catch (DataAccessException e) {
            reconnect();
            return false;
        }
    }

    private boolean answers() {
        try {
            return site.database().sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            reconnect();
            return false;
        }
    }

    private void reconnect() {
        LockSupport.parkNanos(LOOK.toNanos());
        site.reconnect();
    }

    private void await(String what, BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit || !site.isAlive()) {
                throw new SoakFailure("in vain: " + what + "\n" + site.lastWords());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Future<?> doing(List<Happening> happenings) {
        List<Runnable> all = new ArrayList<>();
        for (Happening happening : happenings) {
            all.add(
                    switch (happening) {
                        case Happening.PeopleWork work -> () -> people.work(door, work.dice());
                        case Happening.PhoneSends sends -> () -> people.send(door, sends.dice());
                        case Happening.NetworkWorks works -> () -> rest.work(works.dice());
                        default -> throw new IllegalArgumentException(happening.toString());
                    });
        }
        return actor.submit(() -> all.forEach(Runnable::run));
    }

    private static void done(Future<?> doing) {
        try {
            doing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new SoakFailure("what was done beside the run failed", e);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new SoakFailure("no " + name + " could be sent");
        }
    }

    @Override
    public void close() {
        actor.shutdownNow();
    }
}
