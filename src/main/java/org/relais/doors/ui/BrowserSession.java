package org.relais.doors.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.relais.people.Ticker;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * How the session of a browser stands, found out without touching it: asking is no activity, begins no session and needs no
 * database.
 */
@Component
public class BrowserSession {

    /** With which a page says that its person signed out in another tab, when it has to be loaded again for that. */
    private static final String LEFT = "relais-left";

    private static final int MARK_BYTES = 4;

    private final StartMark start;
    private final EndedSessions ended;
    private final Ticker ticker;

    BrowserSession(StartMark start, EndedSessions ended, Ticker ticker) {
        this.start = start;
        this.ended = ended;
        this.ticker = ticker;
    }

    /** By which a page knows its session again; it opens nothing. */
    public static String mark(String sessionId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The mark of the session in which the browser that asks is signed in; empty where it is not. */
    public Optional<String> markOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(this::isSignedIn)
                .map(HttpSession::getId)
                .map(BrowserSession::mark);
    }

    /** Why a browser that is not signed in is not any more; empty where it never was. */
    public Optional<SessionEnd> end(HttpServletRequest request) {
        String id = request.getRequestedSessionId();
        if (id == null) {
            return Optional.of(SessionEnd.LEFT).filter(left -> WebUtils.getCookie(request, LEFT) != null);
        }
        return ended.of(id).or(() -> Optional.of(start.isAfter(id) ? SessionEnd.RESTARTED : SessionEnd.ENDED));
    }

    private boolean isSignedIn(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext
                && !IdleSessions.isOver(session)
                && !IdleSessions.isIdle(session, ticker.nanos());
    }
}
