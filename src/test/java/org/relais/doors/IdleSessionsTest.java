package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.WrappedHttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What keeps a session alive and what does not. */
class IdleSessionsTest {

    private Instant now = Instant.parse("2026-11-26T08:00:00Z");
    private final IdleSessions idle = new IdleSessions(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void anOpenPageAloneDoesNotKeepASession() throws Exception {
        session.setMaxInactiveInterval(1_800);
        ask(null);
        for (int minutes = 5; minutes <= 30; minutes += 5) {
            wait(5);
            ask("heartbeat");
            ask("uidl");
        }
        assertThat(session.isInvalid()).isFalse();
        wait(5);
        ask("heartbeat");

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whatAPersonDoesKeepsIt() throws Exception {
        session.setMaxInactiveInterval(1_800);
        ask(null);
        wait(29);
        IdleSessions.somebodyIsThere(session, now);
        wait(29);
        ask("heartbeat");
        ask(null);
        wait(29);
        ask("heartbeat");

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void withoutATimeoutNoneEnds() throws Exception {
        session.setMaxInactiveInterval(-1);
        ask(null);
        wait(10_000);
        ask("heartbeat");

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void aSessionThatIsOverEndsWithTheNextCall() throws Exception {
        IdleSessions.endWithNextCall(new WrappedHttpSession(session));
        assertThat(session.isInvalid()).isFalse();
        ask("heartbeat");

        assertThat(session.isInvalid()).isTrue();
    }

    private void wait(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    private void ask(String call) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        if (call != null) {
            request.setParameter("v-r", call);
        }
        idle.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
