package org.relais.coldchain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.relais.vocabulary.Clockwork;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Since when this server has been on, and until when it was on before: in between no phone could reach it. It writes down every minute
 * that it is on, as nobody knows beforehand when the power fails.
 */
@Component
class ServerLife implements SmartLifecycle {

    private static final Duration BEAT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Instant began;
    private boolean asked;
    private Instant before;
    private Clockwork clockwork;

    ServerLife(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.began = clock.instant();
    }

    /**
     * Whether this server is why a phone is late.
     *
     * @param awaited when the phone should have come at the latest
     * @param since from when on it would have had the time to come, had the server been on
     */
    boolean excuses(Instant awaited, Instant since) {
        return began.isAfter(since) && !wasOnUntil(awaited);
    }

    /** Whether it was still on at that moment before it began this time; not so where nobody knows. */
    private synchronized boolean wasOnUntil(Instant moment) {
        ask();
        return before != null && !before.isBefore(moment);
    }

    private void ask() {
        if (!asked) {
            before = jdbc.sql("select alive_at from server_life")
                    .query((row, n) -> row.getTimestamp(1).toInstant())
                    .optional()
                    .orElse(null);
            asked = true;
        }
    }

    /** Writes down that it is on, once it knows until when it was on before. */
    synchronized void beat() {
        ask();
        jdbc.sql("""
                        insert into server_life (id, alive_at) values (1, :now)
                        on duplicate key update alive_at = value(alive_at)
                        """).param("now", Timestamp.from(clock.instant())).update();
    }

    @Override
    public synchronized void start() {
        clockwork = Clockwork.every(BEAT, "server-life", this::beat);
    }

    @Override
    public synchronized void stop() {
        clockwork.close();
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
