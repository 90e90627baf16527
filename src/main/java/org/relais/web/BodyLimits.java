package org.relais.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is larger than what a room takes: some of the readers behind hold a body in memory as a whole. A body that tells
 * its length is refused before a byte of it is read; one that does not is counted while it is read.
 */
class BodyLimits extends OncePerRequestFilter {

    /** In bytes. A page's events, a form, a call of the interface: all are far below. */
    static final long USUAL = 1_048_576;

    private final List<BodyLimit> limits;

    BodyLimits(List<BodyLimit> ofRooms) {
        this.limits = ofRooms.stream()
                .sorted(Comparator.comparing((BodyLimit limit) -> limit.path().length())
                        .reversed())
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long largest = largest(request);
        if (request.getContentLengthLong() > largest) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            count(new CountedBody(request, largest), response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void count(CountedBody request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failed) {
            if (!request.isTooLarge()) {
                throw failed;
            }
        }
        if (request.isTooLarge() && !response.isCommitted()) {
            response.resetBuffer();
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    private long largest(HttpServletRequest request) {
        String below = request.getPathInfo();
        String asked = request.getServletPath() + (below == null ? "" : below);
        return limits.stream()
                .filter(limit -> limit.holdsFor(asked))
                .findFirst()
                .map(BodyLimit::bytes)
                .orElse(USUAL);
    }
}
