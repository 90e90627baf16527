package org.relais.doors.ui;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.relais.people.Ticker;
import org.relais.vocabulary.Clockwork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends sessions that nobody uses any more, also those whose pages ask for nothing. The web server would do so by this machine's
 * clock, which ends all of them when it is put forward and none when it is put back; here they last by a stop watch.
 */
@Component
class OpenSessions implements HttpSessionListener {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Map<String, HttpSession> open = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private Clockwork clockwork;

    OpenSessions(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        IdleSessions.begin(session, ticker.nanos());
        open.put(session.getId(), session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.values().remove(event.getSession());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clockwork = Clockwork.every(BETWEEN_LOOKS, "idle-sessions", this::endIdle);
    }

    void endIdle() {
        long now = ticker.nanos();
        open.values().forEach(session -> endIfIdle(session, now));
    }

    private void endIfIdle(HttpSession session, long now) {
        try {
            if (IdleSessions.isIdle(session, now)) {
                session.invalidate();
            }
        } catch (IllegalStateException endedMeanwhile) {
            open.values().remove(session);
        }
    }

    int size() {
        return open.size();
    }

    @PreDestroy
    void end() {
        if (clockwork != null) {
            clockwork.close();
        }
    }
}
