package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.relais.central.FailureCode;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.Sameness;
import org.relais.run.Comparisons;
import org.relais.run.Failure;
import org.relais.run.Run;
import org.relais.run.RunReport;
import org.relais.run.Runs;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who the site is, how its synchronisation stands, and its last runs with their failures. */
@Component
@Order(4)
class SynchronisationPart implements Part {

    private static final int MOST_RUNS = 100;

    private final Site site;
    private final Synchroniser synchroniser;
    private final Runs runs;
    private final Outbox outbox;
    private final RecordStore store;
    private final Comparisons comparisons;

    SynchronisationPart(
            Site site,
            Synchroniser synchroniser,
            Runs runs,
            Outbox outbox,
            RecordStore store,
            Comparisons comparisons) {
        this.site = site;
        this.synchroniser = synchroniser;
        this.runs = runs;
        this.outbox = outbox;
        this.store = store;
        this.comparisons = comparisons;
    }

    private record Synchronisation(
            SiteFacts site,
            boolean paused,
            Duration interval,
            Instant nextRunAt,
            Backlog toSend,
            Backlog cameIn,
            List<RunReport> runs) {}

    private record SiteFacts(
            String name,
            String centralServer,
            String openServer,
            String uuid,
            Long number,
            Instant configuredAt,
            Instant preparedAt,
            Instant initialisedAt) {}

    @Override
    public String file() {
        return "synchronisation.json";
    }

    @Override
    public void write(Writer out) throws IOException {
        SyncStatus status = synchroniser.status();
        List<Run> newest = runs.newest(MOST_RUNS);
        Map<Long, Sameness> found =
                comparisons.after(newest.stream().map(Run::id).toList());
        Json.write(
                new Synchronisation(
                        site.settings().map(SynchronisationPart::facts).orElse(null),
                        status.paused(),
                        synchroniser.interval(),
                        status.nextRunAt(),
                        outbox.backlog(),
                        store.backlog(),
                        newest.stream()
                                .map(run -> RunReport.of(run, found.get(run.id()), SynchronisationPart::withoutRecords))
                                .toList()),
                out);
    }

    private static SiteFacts facts(SiteSettings site) {
        return new SiteFacts(
                site.name(),
                GivenSettings.shown("url", site.url().toString()),
                site.openUrl() == null
                        ? null
                        : GivenSettings.shown("url", site.openUrl().toString()),
                site.uuid(),
                site.siteId(),
                site.configuredAt(),
                site.preparedAt(),
                site.initialisedAt());
    }

    /** A server that refuses a record may quote what stands in it. */
    private static Failure withoutRecords(Failure failure) {
        return failure.code() == FailureCode.RECORD_REFUSED
                ? new Failure(failure.code(), failure.server(), failure.call(), "", failure.at())
                : failure;
    }
}
