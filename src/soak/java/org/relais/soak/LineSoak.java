package org.relais.soak;

import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.record.projection.Projections;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.sync.Engine;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays schedules with a site in this process, each with a network of its own. */
final class LineSoak implements AutoCloseable {

    private static final int RECORDS = 5_000;

    private final Map<Boolean, LiveSite> sites = new HashMap<>();
    private final Base base;

    LineSoak() {
        LiveSite site = site(false);
        try (DemoNetwork network = network(0)) {
            site.setUp(network);
            Run run = site.engine(0).lastEnded();
            if (run.outcome() != Outcome.SUCCEEDED) {
                throw new SoakFailure("the undisturbed site failed: " + run);
            }
            base = Base.of(site.engine(0).jdbc());
        }
    }

    private LiveSite site(boolean waitsForLine) {
        return sites.computeIfAbsent(waitsForLine, LiveSite::new);
    }

    Base base() {
        return base;
    }

    /** The networks of all schedules begin with the same records. */
    static DemoNetwork network(int number) {
        return DemoNetwork.start(DemoOptions.usual()
                .records(RECORDS)
                .integration(Duration.ofMillis(10))
                .compressed(number % 2 == 1));
    }

    Verdict play(Schedule schedule) {
        long begun = System.nanoTime();
        List<Run> runs = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Model model = new Model(base);
        LiveSite site = site(schedule.waitsForLine());
        site.forget();
        try (DemoNetwork network = network(schedule.number());
                Play play = new Play(schedule, network, site, base, model)) {
            runs.addAll(play.play());
            if (runs.getLast().received() + runs.getLast().sent() > 0) {
                wrong.add("a run after the last one still had work: " + runs.getLast());
            }
            wrong.addAll(check(site, model, network));
        } catch (RuntimeException e) {
            wrong.add(Told.of(e));
        }
        if (!wrong.isEmpty() || schedule.twoProcesses()) {
            // What it has in memory may be wrong too; and Quartz keeps one pool of connections for all engines of a
            // Java process on
            // one schema: that of the second, which is closed.
            sites.remove(schedule.waitsForLine()).close();
        }
        return new Verdict(schedule, Verdict.outcomes(runs), wrong, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static List<String> check(LiveSite site, Model model, DemoNetwork network) {
        Engine engine = site.engine(0);
        Checker checker = new Checker(engine.jdbc());
        List<String> wrong = new ArrayList<>(checker.check(model, network));
        TransactionTemplate transaction = new TransactionTemplate(engine.bean(PlatformTransactionManager.class));
        wrong.addAll(checker.locks(transaction));
        for (Engine each : site.engines()) {
            HikariPoolMXBean pool = site.pool(each).getHikariPoolMXBean();
            if (!Checker.settles(() -> pool.getActiveConnections() == 0)) {
                wrong.add(pool.getActiveConnections() + " connections that nobody gave back");
            }
        }
        List<String> tables = engine.bean(Projections.class).tables();
        Map<String, List<String>> kept = checker.rows(tables);
        SoakProgram.rebuild(engine);
        wrong.addAll(checker.projections(kept, checker.rows(tables)));
        return wrong;
    }

    @Override
    public void close() {
        sites.values().forEach(LiveSite::close);
    }
}
