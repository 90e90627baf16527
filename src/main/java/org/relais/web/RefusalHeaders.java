package org.relais.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives the answer to a request that was refused before security saw it the headers that all other answers have. */
class RefusalHeaders extends OncePerRequestFilter {

    /** The page that tells it looks by its scripts whether it has to stay. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
            + "img-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        setMissing(response, "Content-Security-Policy", POLICY);
        setMissing(response, "X-Content-Type-Options", "nosniff");
        setMissing(response, "X-Frame-Options", "DENY");
        setMissing(response, "Referrer-Policy", "same-origin");
        setMissing(response, HttpHeaders.CACHE_CONTROL, "no-store");
        chain.doFilter(request, response);
    }

    private static void setMissing(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
