package org.relais.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long a token is good for. */
public enum Validity {
    MONTH(Duration.ofDays(30)),
    QUARTER(Duration.ofDays(90)),
    YEAR(Duration.ofDays(365)),
    /** Until it is revoked. */
    UNLIMITED(null);

    private final Duration length;

    Validity(Duration length) {
        this.length = length;
    }

    /** The end of its texts' key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When a token that is made now expires; null for never. */
    Instant from(Instant now) {
        return length == null ? null : now.plus(length);
    }
}
