package org.relais.tokens;

import java.time.Instant;

/**
 * A token as administrators see it: everything but itself.
 *
 * @param id its number
 * @param name what it is for
 * @param level what it may
 * @param ending its last four characters
 * @param madeBy who made it
 * @param madeAt when
 * @param expiresAt from when on it opens nothing; null for never
 * @param lastUsedAt when it was last used, to the minute; null for never
 * @param ended whether it is known to have expired, whatever a clock says now
 */
public record ApiToken(
        long id,
        String name,
        TokenLevel level,
        String ending,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Instant lastUsedAt,
        boolean ended) {

    /** Whether it opens nothing any more. */
    public boolean expired(Instant now) {
        return ended || expiresAt != null && !now.isBefore(expiresAt);
    }
}
