package org.relais.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.relais.site.Site;
import org.relais.site.SiteSettings;

/** How old the last success is, as people must see it. */
public enum Freshness {
    /** Not yet late, or nothing is known that could have become old. */
    FRESH,
    LATE,
    OVERDUE;

    /**
     * From when on it counts: the last success, and on a site without any its initialisation.
     *
     * @param lastSuccess when the last success ended, or null
     * @return null when nothing is known that could have become old
     */
    public static Instant since(Instant lastSuccess, Site site) {
        return lastSuccess != null
                ? lastSuccess
                : site.settings().map(SiteSettings::initialisedAt).orElse(null);
    }

    /**
     * How fresh it is.
     *
     * @param since from when on it counts, or null: see {@link #since}
     */
    public static Freshness of(Instant since, BadgeThresholds thresholds, Instant now) {
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
