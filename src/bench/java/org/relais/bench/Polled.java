package org.relais.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;

/**
 * A first synchronisation while programs ask again and again how it stands.
 *
 * @param pollers how many ask; 0 for none
 * @param pause of each between an answer and its next question
 * @param perSecond records a second of the synchronisation
 * @param took how long the synchronisation took
 * @param millis of every answer, in order of size
 */
record Polled(int pollers, Duration pause, double perSecond, Duration took, List<Double> millis) {

    /**
     * Measures without pollers, with such as ask once a second, and with such as ask as fast as they are answered; each several times,
     * in turn, as the machine may be faster now than a minute ago.
     */
    static List<Polled> measure(Path application, Path directory, int records, int pollers, int rounds) {
        List<Polled> found = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Path data = directory.resolve("site-polled-" + round);
            found.add(measure(application, data.resolve("none"), records, 0, Duration.ZERO));
            found.add(measure(application, data.resolve("calm"), records, pollers, Duration.ofSeconds(1)));
            found.add(measure(application, data.resolve("hasty"), records, pollers, Duration.ZERO));
        }
        return found;
    }

    private static Polled measure(Path application, Path data, int records, int pollers, Duration pause) {
        DemoOptions options = DemoOptions.usual().records(records).integration(Duration.ZERO);
        try (DemoNetwork network = DemoNetwork.start(options);
                SiteProcess site = SiteProcess.start(application, data, network)) {
            AtomicBoolean over = new AtomicBoolean();
            ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
            List<Thread> programs = IntStream.range(0, pollers)
                    .mapToObj(poller -> Thread.ofVirtual().start(() -> poll(site.api(), pause, over, millis)))
                    .toList();
            SyncRun run = site.api().awaitRun();
            over.set(true);
            programs.forEach(Waiting::forEnd);
            long total = network.volume(network.sites().getFirst()).total();
            return new Polled(
                    pollers,
                    pause,
                    FirstSynchronisation.perSecond(total, run.took()),
                    run.took(),
                    millis.stream().sorted().toList());
        }
    }

    private static void poll(SiteApi site, Duration pause, AtomicBoolean over, ConcurrentLinkedQueue<Double> millis) {
        while (!over.get()) {
            long began = System.nanoTime();
            site.status();
            millis.add((System.nanoTime() - began) / 1e6);
            Waiting.pause(pause);
        }
    }

    /** How many answers there were in a second. */
    double answersPerSecond() {
        return FirstSynchronisation.perSecond(millis.size(), took);
    }
}
