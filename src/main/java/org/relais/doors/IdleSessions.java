package org.relais.doors;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions in which nobody did anything for as long as {@code server.servlet.session.timeout} says. An open page goes on
 * calling the server by itself, so the server's own count would never reach it: calls of pages count only where
 * {@link PersonsCalls} sees that a person did something.
 */
class IdleSessions extends OncePerRequestFilter {

    private static final String LAST = IdleSessions.class.getName() + ".last";
    private static final String OVER = IdleSessions.class.getName() + ".over";

    /** What pages send with each call of their own: {@code uidl}, {@code heartbeat}, {@code push}. */
    private static final String CALL_OF_A_PAGE = "v-r";

    private final Clock clock;

    IdleSessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        if (session != null && (isOver(session) || isIdle(session, now))) {
            session.invalidate();
        } else if (session != null && request.getParameter(CALL_OF_A_PAGE) == null) {
            session.setAttribute(LAST, now);
        }
        next.doFilter(request, response);
    }

    /** Somebody does something in that session now. */
    static void somebodyIsThere(HttpSession session, Instant now) {
        session.setAttribute(LAST, now);
    }

    /** Lets a session end whoever calls next. */
    static void endWithNextCall(WrappedSession session) {
        session.setAttribute(OVER, true);
    }

    private static boolean isOver(HttpSession session) {
        return session.getAttribute(OVER) != null;
    }

    private static boolean isIdle(HttpSession session, Instant now) {
        int seconds = session.getMaxInactiveInterval();
        return seconds > 0
                && session.getAttribute(LAST) instanceof Instant last
                && last.plus(Duration.ofSeconds(seconds)).isBefore(now);
    }
}
