package org.relais.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each person was here, in the table {@code visit}. */
@Component
public class Visits {

    /** So long without a page being opened, and the next one begins another visit. */
    static final Duration QUIET = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person opens a page now, be it in this visit or as the first of another. */
    public void seen(String accountId) {
        Instant now = clock.instant();
        // The database assigns from left to right: the second line still reads when the person was here before.
        jdbc.sql("""
                        insert into visit (account_id, last_seen_at) values (:account, :now)
                        on duplicate key update
                            previous_seen_at = if(last_seen_at <= :quiet, last_seen_at, previous_seen_at),
                            last_seen_at = :now""")
                .param("account", accountId)
                .param("now", utc(now))
                .param("quiet", utc(now.minus(QUIET)))
                .update();
    }

    /** When the person's visit before this one ended; empty during the first. */
    public Optional<Instant> endOfLast(String accountId) {
        return jdbc.sql(
                        "select previous_seen_at from visit where account_id = :account and previous_seen_at is not null")
                .param("account", accountId)
                .query((row, number) ->
                        row.getObject("previous_seen_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    /** As the database has it, whose clock is that of UTC. */
    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
