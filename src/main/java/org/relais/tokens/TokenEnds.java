package org.relais.tokens;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import org.relais.people.Ticker;
import org.relais.vocabulary.Clockwork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down which tokens expired, once a minute, so that none of them comes back when the clock is set back. */
@Component
class TokenEnds {

    private final KeptTokens tokens;
    private final SteadyTime time;
    private Clockwork clockwork;

    TokenEnds(KeptTokens tokens, Clock clock, Ticker ticker) {
        this.tokens = tokens;
        this.time = new SteadyTime(clock, ticker);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clockwork = Clockwork.every(Duration.ofMinutes(1), "token-ends", this::look);
    }

    void look() {
        time.now().ifPresent(tokens::endExpired);
    }

    @PreDestroy
    void end() {
        if (clockwork != null) {
            clockwork.close();
        }
    }
}
