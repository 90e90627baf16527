package org.relais.tokens;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.relais.people.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down which tokens expired, once a minute, so that none of them comes back when the clock is set back. */
@Component
class TokenEnds {

    private static final Logger log = LoggerFactory.getLogger(TokenEnds.class);

    private final KeptTokens tokens;
    private final SteadyTime time;
    private ScheduledExecutorService clockwork;

    TokenEnds(KeptTokens tokens, Clock clock, Ticker ticker) {
        this.tokens = tokens;
        this.time = new SteadyTime(clock, ticker);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("token-ends").factory());
        clockwork.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    void look() {
        try {
            time.now().ifPresent(tokens::endExpired);
        } catch (DataAccessException unreachable) {
            log.debug("The ends of tokens could not be written down", unreachable);
        }
    }

    @PreDestroy
    void end() {
        if (clockwork != null) {
            clockwork.shutdownNow();
        }
    }
}
