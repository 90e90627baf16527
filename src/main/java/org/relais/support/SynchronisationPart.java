package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.relais.central.FailureCode;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.run.Failure;
import org.relais.run.RunStep;
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
    private final Outbox outbox;
    private final RecordStore store;

    SynchronisationPart(Site site, Synchroniser synchroniser, Outbox outbox, RecordStore store) {
        this.site = site;
        this.synchroniser = synchroniser;
        this.outbox = outbox;
        this.store = store;
    }

    private record Synchronisation(
            SiteFacts site,
            boolean paused,
            Duration interval,
            Instant nextRunAt,
            Backlog toSend,
            Backlog cameIn,
            List<Run> runs) {}

    private record SiteFacts(
            String name,
            String centralServer,
            String openServer,
            String uuid,
            Long number,
            Instant configuredAt,
            Instant preparedAt,
            Instant initialisedAt) {}

    private record Run(
            long id,
            String trigger,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            Trouble error,
            List<StepOfRun> steps) {}

    private record StepOfRun(
            String step,
            String state,
            Long total,
            Long done,
            Long sent,
            Instant startedAt,
            Instant finishedAt,
            Trouble error) {}

    private record Trouble(String code, String server, String call, String detail, Instant at) {}

    @Override
    public String file() {
        return "synchronisation.json";
    }

    @Override
    public void write(Writer out) throws IOException {
        SyncStatus status = synchroniser.status();
        Json.write(
                new Synchronisation(
                        site.settings().map(SynchronisationPart::facts).orElse(null),
                        status.paused(),
                        synchroniser.interval(),
                        status.nextRunAt(),
                        outbox.backlog(),
                        store.backlog(),
                        synchroniser.runs(MOST_RUNS).stream()
                                .map(SynchronisationPart::run)
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

    private static Run run(org.relais.run.Run run) {
        return new Run(
                run.id(),
                run.trigger().key(),
                run.startedAt(),
                run.finishedAt(),
                run.outcome().key(),
                trouble(run.error()),
                run.steps().stream().map(SynchronisationPart::step).toList());
    }

    private static StepOfRun step(RunStep step) {
        return new StepOfRun(
                step.step().key(),
                step.state().key(),
                step.total(),
                step.done(),
                step.sent(),
                step.startedAt(),
                step.finishedAt(),
                trouble(step.error()));
    }

    private static Trouble trouble(Failure failure) {
        return failure == null
                ? null
                : new Trouble(
                        failure.code().key(),
                        failure.server() == null ? null : failure.server().key(),
                        failure.call(),
                        // A server that refuses a record may quote what stands in it.
                        failure.code() == FailureCode.RECORD_REFUSED ? "" : failure.detail(),
                        failure.at());
    }
}
