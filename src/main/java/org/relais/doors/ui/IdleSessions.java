package org.relais.doors.ui;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.relais.people.Ticker;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions in which nobody did anything for as long as {@code server.servlet.session.timeout} says. An open page goes on
 * calling the server by itself, so the server's own count would never reach it: calls of pages count only where
 * {@link PersonsCalls} sees that a person did something.
 */
class IdleSessions extends OncePerRequestFilter {

    private static final String LAST = IdleSessions.class.getName() + ".last";
    private static final String OVER = IdleSessions.class.getName() + ".over";

    private static final String LIMIT = IdleSessions.class.getName() + ".limit";

    /** What pages send with each call of their own: {@code uidl}, {@code heartbeat}, {@code push}. */
    private static final String CALL_OF_A_PAGE = "v-r";

    private final Ticker ticker;

    IdleSessions(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        long now = ticker.nanos();
        if (session != null && (isOver(session) || isIdle(session, now))) {
            session.invalidate();
        } else if (session != null && request.getParameter(CALL_OF_A_PAGE) == null) {
            session.setAttribute(LAST, now);
        }
        next.doFilter(request, response);
    }

    /** A session begins; it ends by this count, and not by the web server's. */
    static void begin(HttpSession session, long now) {
        session.setAttribute(LIMIT, session.getMaxInactiveInterval());
        session.setAttribute(LAST, now);
        session.setMaxInactiveInterval(-1);
    }

    /** Somebody does something in that session now. */
    static void somebodyIsThere(HttpSession session, long now) {
        session.setAttribute(LAST, now);
    }

    /** Lets a session end whoever calls next. */
    static void endWithNextCall(WrappedSession session) {
        session.setAttribute(OVER, true);
    }

    /** Whether it ends with the next call. */
    static boolean isOver(HttpSession session) {
        return session.getAttribute(OVER) != null;
    }

    /** Whether nobody did anything in it for as long as a session lasts. */
    static boolean isIdle(HttpSession session, long now) {
        return session.getAttribute(LIMIT) instanceof Integer seconds
                && seconds > 0
                && session.getAttribute(LAST) instanceof Long last
                && now - last > Duration.ofSeconds(seconds).toNanos();
    }
}
