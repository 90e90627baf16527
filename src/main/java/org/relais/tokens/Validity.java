package org.relais.tokens;

import java.time.Duration;
import java.time.Instant;
import org.relais.vocabulary.Keyed;

/** How long a token is good for. */
public enum Validity implements Keyed {
    MONTH(Duration.ofDays(30)),
    QUARTER(Duration.ofDays(90)),
    YEAR(Duration.ofDays(365)),
    /** Until it is revoked. */
    UNLIMITED(null);

    private final Duration length;

    Validity(Duration length) {
        this.length = length;
    }

    /** When a token that is made now expires; null for never. */
    Instant from(Instant now) {
        return length == null ? null : now.plus(length);
    }
}
