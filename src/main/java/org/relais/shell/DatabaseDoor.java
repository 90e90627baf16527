package org.relais.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.database.WaitingPerson;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers at once, before anybody asks the database, while it cannot be used: whoever is behind this door would wait for it,
 * and who somebody is cannot be found out without it. While it can be used, it is known of whoever comes in that somebody
 * waits for them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseDoor extends OncePerRequestFilter {

    /** In seconds; a program that asks again sooner gets the same answer. */
    private static final String AGAIN_IN = "10";

    /** They need no database, and the page that says so needs some of them. */
    private static final RequestMatcher FILES = anyOf("/assets/**", "/VAADIN/build/**", "/aura/**", "/favicon.ico");

    /** Of a request that was not let in: what was found then, which may be past when the answer is written. */
    static final String FOUND = DatabaseCondition.class.getName();

    private static final RequestMatcher HEALTH = anyOf("/actuator/health");
    private static final RequestMatcher PARTS_OF_HEALTH = anyOf("/actuator/health/**");

    private final DatabaseWatch watch;

    DatabaseDoor(DatabaseWatch watch) {
        this.watch = watch;
    }

    private static RequestMatcher anyOf(String... paths) {
        return RequestMatchers.anyOf(Stream.of(paths)
                .map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toArray(RequestMatcher[]::new));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DatabaseCondition condition = watch.condition();
        if (condition == DatabaseCondition.ANSWERS || FILES.matches(request)) {
            handOn(request, response, chain);
        } else if (HEALTH.matches(request)) {
            tellHealth(response, condition);
        } else if (PARTS_OF_HEALTH.matches(request)) {
            handOn(new Stranger(request), response, chain);
        } else {
            request.setAttribute(FOUND, condition);
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_IN);
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private void handOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (WaitingPerson person = new WaitingPerson(watch)) {
            chain.doFilter(request, response);
        }
    }

    /** In the form of the health endpoint, for everybody: who may see details cannot be found out now. */
    private static void tellHealth(HttpServletResponse response, DatabaseCondition condition) throws IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String down = "{\"status\":\"DOWN\"}";
        String disk = condition == DatabaseCondition.DATABASE ? "" : ",\"diskSpace\":" + down;
        response.getWriter().write("""
                        {"status":"DOWN","components":{"db":{"status":"DOWN","details":{"reason":"%s"}}%s}}\
                        """.formatted(condition.key(), disk));
    }

    /** The request without the name and password, or the token, that came with it. */
    private static final class Stranger extends HttpServletRequestWrapper {

        Stranger(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of())
                    : super.getHeaders(name);
        }
    }
}
