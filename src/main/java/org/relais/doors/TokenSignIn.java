package org.relais.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in that send {@code Authorization: Bearer} with a token. Failures are not counted as those of passwords are:
 * nobody guesses a token, and a program with an old one must not slow down the people behind the same address.
 */
class TokenSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer";

    private final TokenCheck tokens;
    private final AuthenticationEntryPoint refusals;

    TokenSignIn(TokenCheck tokens, AuthenticationEntryPoint refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        Optional<Authentication> program;
        try {
            program = tokens.check(token);
        } catch (DataAccessException unreachable) {
            refusals.commence(
                    request, response, new AuthenticationServiceException("The tokens cannot be read", unreachable));
            return;
        }
        if (program.isEmpty()) {
            refusals.commence(request, response, new TokenRefused());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(program.get());
        SecurityContextHolder.setContext(context);
        next.doFilter(request, response);
    }
}
