package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.relais.testing.StopWatch;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What keeps a session alive and what does not. */
class IdleSessionsTest {

    private final StopWatch time = new StopWatch();
    private final IdleSessions idle = new IdleSessions(time);
    private final OpenSessions open = new OpenSessions(time);
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void anOpenPageAloneDoesNotKeepASession() throws Exception {
        lasting(1_800);
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
        lasting(1_800);
        ask(null);
        wait(29);
        IdleSessions.somebodyIsThere(session, time.nanos());
        wait(29);
        ask("heartbeat");
        ask(null);
        wait(29);
        ask("heartbeat");

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void withoutATimeoutNoneEnds() throws Exception {
        lasting(-1);
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

    @Test
    void aSessionThatNobodyAsksForEndsToo() {
        lasting(1_800);
        wait(29);
        open.endIdle();
        assertThat(session.isInvalid()).isFalse();
        wait(2);
        open.endIdle();

        assertThat(session.isInvalid()).isTrue();
        open.endIdle();
        assertThat(open.size()).isZero();
    }

    /** As the web server begins one; its own count, which follows the clock, is switched off. */
    private void lasting(int seconds) {
        session.setMaxInactiveInterval(seconds);
        open.sessionCreated(new HttpSessionEvent(session));
        assertThat(session.getMaxInactiveInterval()).isEqualTo(-1);
    }

    private void wait(int minutes) {
        time.pass(Duration.ofMinutes(minutes));
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
