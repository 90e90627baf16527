package org.relais.backup;

import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The health component {@code backup}: down when the last backup failed or the newest that is proven is days old. */
@Component("backup")
class BackupHealth implements HealthIndicator {

    private final Backups backups;
    private final Clock clock;

    BackupHealth(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            return judge(backups.standing());
        } catch (DataAccessException | TransactionException unreachable) {
            return Health.unknown()
                    .withDetail("reason", "the database does not answer")
                    .build();
        }
    }

    private Health judge(BackupStanding standing) {
        Health.Builder health =
                switch (standing.word(clock.instant())) {
                    case NONE -> Health.unknown().withDetail("reason", "no backup yet");
                    case GOOD -> Health.up();
                    case UNPROVEN -> Health.up().withDetail("reason", "the last backup is not proven");
                    case LATE -> Health.down().withDetail("reason", "the last proven backup is days old");
                    case FAILED -> Health.down().withDetail("reason", "the last backup failed");
                };
        if (standing.lastProven() != null) {
            health.withDetail("lastProven", standing.lastProven().provenAt());
        }
        if (standing.last() != null && standing.last().problem() != null) {
            health.withDetail("problem", standing.last().problem().key());
        }
        return health.build();
    }
}
