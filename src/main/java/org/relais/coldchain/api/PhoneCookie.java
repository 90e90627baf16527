package org.relais.coldchain.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows phones again by the cookie of their session. */
class PhoneCookie extends OncePerRequestFilter {

    private static final String NAME = "coldchain";

    private final PhoneSessions sessions;
    private final SecurityContextHolderStrategy holder;

    /** @param holder where the rules of the door look for who it is */
    PhoneCookie(PhoneSessions sessions, SecurityContextHolderStrategy holder) {
        this.sessions = sessions;
        this.holder = holder;
    }

    /** The cookie of a session, as the original's. */
    static String of(String token, boolean secure) {
        return ResponseCookie.from(NAME, token)
                .path(PhoneInterface.PATH)
                .httpOnly(true)
                .secure(secure)
                .build()
                .toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .flatMap(cookie -> sessions.find(cookie.getValue()).stream())
                .findFirst()
                .ifPresent(phone -> {
                    SecurityContext context = holder.createEmptyContext();
                    context.setAuthentication(new SignedInPhone(phone));
                    holder.setContext(context);
                });
        next.doFilter(request, response);
    }
}
