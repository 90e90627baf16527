package org.relais.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.doors.ui.BrowserSession;
import org.relais.sync.ui.StatusFeed;
import org.relais.vocabulary.Keyed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a page every other second that this server is there, whether the browser's session is, how many states were published, or
 * to the sign-in page whether the first synchronisation is complete, whether the database is away, and what time it is here. It stands
 * before everything else that looks at a request, asks no database, begins no session and keeps none alive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Pulse extends OncePerRequestFilter {

    private static final String PATH = "/live";

    private final BrowserSession sessions;
    private final StatusFeed feed;
    private final DatabaseWatch database;
    private final Clock clock;

    Pulse(BrowserSession sessions, StatusFeed feed, DatabaseWatch database, Clock clock) {
        this.sessions = sessions;
        this.feed = feed;
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + PATH) || !"GET".equals(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        byte[] answer = answer(request).getBytes();
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private String answer(HttpServletRequest request) {
        Optional<String> mark = sessions.markOf(request);
        String session = mark.map(known -> "\"session\":\"%s\",\"version\":%d".formatted(known, feed.version()))
                .orElseGet(() -> "\"session\":\"\",\"end\":\"%s\",\"initialised\":%b"
                        .formatted(
                                sessions.end(request).map(Keyed::key).orElse(""),
                                feed.now().initialised()));
        boolean away = database.condition() != DatabaseCondition.ANSWERS;
        return "{%s,\"away\":%b,\"now\":%d}".formatted(session, away, clock.millis());
    }
}
