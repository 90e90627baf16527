package org.relais.sync.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.SyncStatus;

/** How old the last success is, as people must see it. */
public enum Freshness {
    /** Not yet late, or nothing is known that could have become old. */
    FRESH,
    LATE,
    OVERDUE;

    /** How fresh the last success is; a site without any counts from its initialisation. */
    static Freshness of(SyncStatus status, Site site, BadgeThresholds thresholds, Instant now) {
        Instant since = status.lastSuccess() != null
                ? status.lastSuccess().finishedAt()
                : site.settings().map(SiteSettings::initialisedAt).orElse(null);
        if (since == null) {
            return FRESH;
        }
        Duration age = Duration.between(since, now);
        if (age.compareTo(thresholds.overdueAfter()) >= 0) {
            return OVERDUE;
        }
        return age.compareTo(thresholds.lateAfter()) >= 0 ? LATE : FRESH;
    }

    /** The mark that the style sheets know. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
