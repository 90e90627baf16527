package org.relais.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.springframework.stereotype.Component;

/**
 * From when on it counts how fresh this site's records are: the end of the last success, and on a site without any its
 * initialisation.
 *
 * <p>A success that ended in the future was written down while the machine's clock was ahead, or is read while it is behind.
 * Nobody knows how old it really is. It must not count as fresh until that date comes, and it is no reason for an alarm either. It
 * is at least as old as the first run after it whose start can be believed; without one, it counts from when this process
 * noticed.
 */
@Component
public class LastSuccess {

    /** Two machines on one database are never quite of one mind. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Runs runs;
    private final Site site;
    private final Clock clock;
    private Noticed noticed;

    LastSuccess(Runs runs, Site site, Clock clock) {
        this.runs = runs;
        this.site = site;
        this.clock = clock;
    }

    private record Noticed(Instant future, Instant at) {}

    /** From when on it counts, with two short questions; null when nothing is known that could have become old. */
    public Instant since() {
        Runs.Success success = runs.success().orElse(null);
        return success != null ? believed(success) : believed(initialisedAt());
    }

    /** The same for who knows already what the database says. */
    Instant since(Run success, Instant initialisedAt) {
        return success != null
                ? believed(new Runs.Success(success.id(), success.finishedAt()))
                : believed(initialisedAt);
    }

    private Instant believed(Runs.Success success) {
        Instant now = clock.instant();
        return isFuture(success.at(), now)
                ? runs.firstStartAfter(success.id(), now).orElseGet(() -> noticed(success.at(), now))
                : success.at();
    }

    private Instant believed(Instant initialisedAt) {
        Instant now = clock.instant();
        return initialisedAt != null && isFuture(initialisedAt, now) ? noticed(initialisedAt, now) : initialisedAt;
    }

    private static boolean isFuture(Instant moment, Instant now) {
        return moment.isAfter(now.plus(SKEW));
    }

    private synchronized Instant noticed(Instant future, Instant now) {
        if (noticed == null || !noticed.future().equals(future) || noticed.at().isAfter(now)) {
            noticed = new Noticed(future, now);
        }
        return noticed.at();
    }

    private Instant initialisedAt() {
        return site.settings().map(SiteSettings::initialisedAt).orElse(null);
    }
}
