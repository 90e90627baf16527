package org.relais.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.CheckBenchmark;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.record.StoreBenchmark;
import org.springframework.util.FileSystemUtils;

/** All measurements of {@code ./relais bench}, one after the other, and their tables. */
final class Benchmark {

    private static final int STARTS = 3;

    /** What six sensors hold. */
    private static final int BACKLOG = 120_000;

    private static final int OVER_THE_LINE = 50_000;
    private static final int POLLED = 50_000;
    private static final int ROUNDS = 3;

    private final BenchOptions options;
    private final Report report = new Report();

    private Benchmark(BenchOptions options) {
        this.options = options;
    }

    /** Arguments as {@link BenchOptions} has them. */
    public static void main(String[] arguments) throws IOException {
        BenchOptions options = null;
        try {
            options = BenchOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            say(e.getMessage());
            System.exit(2);
        }
        new Benchmark(options).run();
        System.exit(0);
    }

    private void run() throws IOException {
        FileSystemUtils.deleteRecursively(options.directory());
        Files.createDirectories(options.directory());
        report.machine(Machine.describe(Instant.now()));
        if (options.pollers() > 0) {
            say("first synchronisations of " + POLLED + " records, polled by " + options.pollers());
            report.polled(
                    Polled.measure(options.application(), options.directory(), POLLED, options.pollers(), ROUNDS));
        } else if (options.line() == null) {
            measureAll();
        } else {
            say("first synchronisation of " + OVER_THE_LINE + " records over a line of " + options.line());
            report.thin(ThinSynchronisation.measure(
                    options.application(), options.directory().resolve("site-line"), OVER_THE_LINE, options.line()));
        }
        Path result = options.directory().resolve("benchmarks.md");
        Files.writeString(result, report.toString());
        System.out.println(report);
        say("this stands in " + result);
    }

    private void measureAll() throws IOException {
        if (!options.sizes().isEmpty()) {
            synchronise();
        }
        if (options.changes() > 0) {
            pushAndRest();
        }
        if (options.watched() > 0) {
            say("the page during a first synchronisation of " + options.watched() + " records");
            report.delay(PageDelay.measure(
                    options.application(), options.directory().resolve("site-watched"), options.watched()));
        }
        if (options.phones() > 0) {
            phones();
        }
        if (options.store() > 0) {
            say("the record store alone with " + options.store() + " records");
            report.store(StoreBenchmark.measure(options.store()));
        }
        if (options.checks() > 0) {
            say(options.checks() + " checks of a record");
            report.check(CheckBenchmark.measure(options.checks()));
        }
    }

    private void synchronise() {
        var synchronisation = new SynchronisationBench(options.application(), options.directory());
        List<FirstSynchronisation> found = new ArrayList<>();
        for (int size : options.sizes()) {
            say("first synchronisation of " + size + " records");
            FirstSynchronisation one = synchronisation.measure(size);
            found.add(one);
            say("%,.0f records/s, %.2f of the barest insert".formatted(one.perSecond(), one.ratio()));
        }
        report.synchronisations(found);
    }

    /** All on one site: its first synchronisation, its work of a day, its restarts. */
    private void pushAndRest() {
        say("push of " + options.changes() + " changes");
        DemoOptions district = DemoOptions.usual().integration(Duration.ZERO);
        Path data = options.directory().resolve("site-pushing");
        try (DemoNetwork network = DemoNetwork.start(district)) {
            try (SiteProcess site = SiteProcess.start(options.application(), data, network)) {
                site.api().awaitRun();
                report.pushed(Pushed.measure(site, network, options.directory().resolve("door"), options.changes()));
            }
            say("starts on a warm database");
            List<Duration> starts = new ArrayList<>();
            Idle idle = null;
            for (int start = 1; start <= STARTS; start++) {
                try (SiteProcess site = SiteProcess.start(options.application(), data, network)) {
                    starts.add(site.untilFirstPage());
                    idle = start == STARTS ? Idle.after(site) : null;
                }
            }
            starts.sort(null);
            report.idle(starts, idle);
        }
    }

    private void phones() {
        say(options.phones() + " phones, one with a backlog of " + BACKLOG + " readings");
        DemoOptions district = DemoOptions.usual().integration(Duration.ZERO);
        try (DemoNetwork network = DemoNetwork.start(district);
                SiteProcess site = SiteProcess.start(
                        options.application(), options.directory().resolve("site-phones"), network)) {
            site.api().awaitRun();
            report.phones(PhoneLoad.measure(site, network, options.phones(), BACKLOG));
        }
    }

    private static void say(String words) {
        System.err.println("relais bench: " + words);
    }
}
