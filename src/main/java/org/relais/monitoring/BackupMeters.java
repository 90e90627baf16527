package org.relais.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.relais.backup.BackupAttempt;
import org.relais.backup.BackupStanding;
import org.relais.backup.Backups;
import org.springframework.stereotype.Component;

/** Tells how things stand with backups. */
@Component
class BackupMeters implements MeterBinder {

    static final String STATE = "relais.backup.state";
    static final String AGE = "relais.backup.proven.age";

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Lately<BackupStanding> lately;
    private final Clock clock;

    BackupMeters(Backups backups, Clock clock) {
        this.lately = new Lately<>(FRESH, backups::standing);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (BackupStanding.Word word : BackupStanding.Word.values()) {
            Gauge.builder(STATE, this, meters -> meters.is(word))
                    .description("1 for the state that backups are in, 0 for the others")
                    .tag("state", word.key())
                    .register(registry);
        }
        Gauge.builder(AGE, this, BackupMeters::secondsSinceProof)
                .description("Time since the last backup that was restored and compared")
                .baseUnit("seconds")
                .register(registry);
    }

    private double is(BackupStanding.Word word) {
        return lately.value()
                .map(standing -> standing.word(clock.instant()) == word ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    private double secondsSinceProof() {
        return lately.value()
                .map(BackupStanding::lastProven)
                .map(BackupAttempt::provenAt)
                .map(proven ->
                        Math.max(0, Duration.between(proven, clock.instant()).toMillis() / 1000.0))
                .orElse(Double.NaN);
    }
}
