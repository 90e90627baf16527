package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.testing.StopWatch;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Asking how a session stands, as open pages do every other second. */
class BrowserSessionTest {

    private final StopWatch time = new StopWatch();
    private final EndedSessions ended = new EndedSessions();
    private final BrowserSession sessions = new BrowserSession(new StartMark(), ended, time);
    private final MockHttpSession session = new MockHttpSession();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/live");

    @BeforeEach
    void begin() {
        session.setMaxInactiveInterval(1_800);
        new OpenSessions(time).sessionCreated(new HttpSessionEvent(session));
        request.setSession(session);
    }

    @Test
    void keepsNoSessionAlive() {
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl());
        for (int minutes = 0; minutes < 30; minutes += 5) {
            assertThat(sessions.markOf(request)).hasValue(BrowserSession.mark(session.getId()));
            time.pass(Duration.ofMinutes(5));
        }
        time.pass(Duration.ofSeconds(1));

        assertThat(sessions.markOf(request)).isEmpty();
    }

    @Test
    void nobodyIsSignedInInASessionWithoutAPerson() {
        assertThat(sessions.markOf(request)).isEmpty();
        assertThat(sessions.markOf(new MockHttpServletRequest())).isEmpty();
        assertThat(sessions.end(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysToEachCallWhyASessionWasEnded(SessionEnd why) {
        request.setRequestedSessionId("1f.0000beef");
        ended.remember("1f.0000beef", why);
        ended.remember("1f.0000beef", SessionEnd.LEFT);

        assertThat(sessions.end(request)).hasValue(why);
        assertThat(sessions.end(request)).hasValue(why);
        request.setRequestedSessionId("2f.0000beef");
        assertThat(sessions.end(request)).hasValue(SessionEnd.RESTARTED);
    }

    @Test
    void keepsTheReasonsOfTheLastThousandOnly() {
        for (int session = 0; session <= 1_000; session++) {
            ended.remember("session-" + session, SessionEnd.REFUSED);
        }

        assertThat(ended.of("session-0")).isEmpty();
        assertThat(ended.of("session-1")).hasValue(SessionEnd.REFUSED);
        assertThat(ended.of("session-1000")).hasValue(SessionEnd.REFUSED);
    }
}
