package org.relais.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideTotal;
import org.relais.site.Site;
import org.relais.sync.BadgeSettings;
import org.relais.sync.Freshness;
import org.relais.sync.LastSuccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The health component {@code sync}: down when the last success is as long ago as turns the page's badge red. A site that never synchronised since counts
 * from its first synchronisation; one that has not been set up cannot be judged.
 */
@Component("sync")
class SyncHealth implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(SyncHealth.class);

    private final LastSuccess lastSuccess;
    private final Outbox outbox;
    private final RecordStore records;
    private final Site site;
    private final Clock clock;
    private final BadgeSettings badge;

    SyncHealth(
            LastSuccess lastSuccess, Outbox outbox, RecordStore records, Site site, Clock clock, BadgeSettings badge) {
        this.lastSuccess = lastSuccess;
        this.outbox = outbox;
        this.records = records;
        this.site = site;
        this.clock = clock;
        this.badge = badge;
    }

    @Override
    public Health health() {
        try {
            return judge();
        } catch (DataAccessException | TransactionException unreachable) {
            log.debug("The database does not tell when the last success was", unreachable);
            return Health.unknown()
                    .withDetail("reason", "the database does not answer")
                    .build();
        }
    }

    private Health judge() {
        Instant since = lastSuccess.since();
        if (since == null) {
            return Health.unknown()
                    .withDetail("reason", site.configured() ? "not initialised yet" : "not set up")
                    .build();
        }
        Freshness freshness = Freshness.of(since, badge.thresholds(), clock.instant());
        return (freshness == Freshness.OVERDUE ? Health.down() : Health.up())
                .withDetail("lastSuccess", since)
                .withDetail("pending", outbox.pending())
                .withDetail("setAside", setAside())
                .build();
    }

    private Map<String, Long> setAside() {
        SetAsideTotal total = records.setAsideTotal();
        return Map.of("toReport", total.toReport(), "waiting", total.waiting());
    }
}
