package org.relais.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.testing.ThinLine;
import tools.jackson.databind.JsonNode;

/**
 * A first synchronisation over a thin line, without anybody.
 *
 * @param line the line
 * @param records how many came in
 * @param took from the start of the first run to the end of the last
 * @param runs how many runs it took
 * @param received bytes that came over the line
 * @param sent bytes that went over the line
 * @param needed bytes that come when all is read once, over a line without faults
 */
record ThinSynchronisation(
        LineSpeed line, long records, Duration took, int runs, long received, long sent, long needed) {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    static ThinSynchronisation measure(Path application, Path data, int records, LineSpeed speed) {
        DemoOptions options =
                DemoOptions.usual().records(records).integration(Duration.ZERO).compressed(true);
        long needed = needed(options);
        try (DemoNetwork network = DemoNetwork.start(options);
                ThinLine legacy = new ThinLine(network.legacyUrl(), speed.bytesPerSecond(), speed.roundTrip());
                ThinLine open = new ThinLine(network.openUrl(), speed.bytesPerSecond(), speed.roundTrip())) {
            network.tellOpenUrl(open.url());
            try (SiteProcess site = SiteProcess.start(
                    application,
                    data,
                    network,
                    "--relais.site.central-url=" + legacy.url(),
                    "--relais.sync.enabled=true")) {
                Thread weather = Thread.ofVirtual().start(() -> comeAndGo(List.of(legacy, open), speed));
                List<JsonNode> runs = site.api().untilOneSucceeds(LOOK_EVERY);
                weather.interrupt();
                return new ThinSynchronisation(
                        speed,
                        network.volume(network.sites().getFirst()).total(),
                        Duration.between(at(runs.getLast(), "startedAt"), at(runs.getFirst(), "finishedAt")),
                        runs.size(),
                        legacy.received() + open.received(),
                        legacy.sent() + open.sent(),
                        needed);
            }
        }
    }

    private static Instant at(JsonNode run, String moment) {
        return Instant.parse(run.get(moment).asString());
    }

    private static long needed(DemoOptions options) {
        try (DemoNetwork network = DemoNetwork.start(options);
                ThinLine legacy = ThinLine.wide(network.legacyUrl());
                ThinLine open = ThinLine.wide(network.openUrl());
                CentralServers servers = new CentralServers(Duration.ofMinutes(5))) {
            DemoSite site = network.sites().getFirst();
            SiteCredentials credentials =
                    new SiteCredentials(legacy.url(), site.name(), site.passwordSha256(), "benchmark");
            new NetworkReader(servers, credentials, open.url()).readAll(record -> {});
            return legacy.received() + open.received();
        }
    }

    private static void comeAndGo(List<ThinLine> lines, LineSpeed speed) {
        try {
            while (speed.down().isPositive()) {
                TimeUnit.MILLISECONDS.sleep(speed.up().toMillis());
                lines.forEach(ThinLine::cut);
                TimeUnit.MILLISECONDS.sleep(speed.down().toMillis());
                lines.forEach(ThinLine::mend);
            }
        } catch (InterruptedException over) {
            lines.forEach(ThinLine::mend);
        }
    }

    /** What came beside what was needed. */
    double ratio() {
        return (double) received / needed;
    }
}
