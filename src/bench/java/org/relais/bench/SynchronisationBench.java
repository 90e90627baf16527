package org.relais.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;

/** Measures first synchronisations. */
final class SynchronisationBench {

    private final Path application;
    private final Path directory;

    SynchronisationBench(Path application, Path directory) {
        this.application = application;
        this.directory = directory;
    }

    /** The data directory of the site that had so many records. */
    Path dataOf(int records) {
        return directory.resolve("site-" + records);
    }

    FirstSynchronisation measure(int records) {
        DemoOptions options = DemoOptions.usual().records(records).integration(Duration.ZERO);
        Barest barest;
        try (DemoNetwork network = DemoNetwork.start(options)) {
            barest = Barest.measure(directory.resolve("barest-" + records), network);
        }
        try (DemoNetwork network = DemoNetwork.start(options);
                SiteProcess site = SiteProcess.start(application, dataOf(records), network)) {
            FirstSynchronisation.Load before = load(site);
            SyncRun run = site.api().awaitRun();
            FirstSynchronisation.Load after = load(site);
            SiteApi.Stock stock = site.api().stock();
            return new FirstSynchronisation(
                    network.volume(network.sites().getFirst()).total(),
                    stock.stored(),
                    stock.aside(),
                    run,
                    barest,
                    site.heap(),
                    new FirstSynchronisation.Load(
                            after.program() - before.program(),
                            after.database() - before.database(),
                            after.network() - before.network()),
                    Resident.peak(site.program()),
                    Resident.peak(site.database()));
        }
    }

    private static FirstSynchronisation.Load load(SiteProcess site) {
        return new FirstSynchronisation.Load(
                seconds(site.program()), seconds(site.database()), seconds(ProcessHandle.current()));
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }
}
