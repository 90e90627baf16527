package org.relais.doors.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkUsers;
import org.relais.people.SignedInUser;
import org.relais.people.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets what this site learns of a person of the network hold in every session of theirs: another sign-in, another process or a
 * record that came may tell that they may less than when this session began. Looked at twice a minute at most; also a call of a page
 * that does not know it yet is judged by what holds now.
 */
class RightsOfSession extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RightsOfSession.class);
    private static final String LOOKED = RightsOfSession.class.getName() + ".looked";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final NetworkUsers users;
    private final Ticker ticker;

    RightsOfSession(NetworkUsers users, Ticker ticker) {
        this.users = users;
        this.ticker = ticker;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof NetworkPerson person
                && isDue(session)) {
            look(session, person);
        }
        next.doFilter(request, response);
    }

    private boolean isDue(HttpSession session) {
        long now = ticker.nanos();
        boolean due = !(session.getAttribute(LOOKED) instanceof Long last) || now - last > BETWEEN_LOOKS.toNanos();
        if (due) {
            session.setAttribute(LOOKED, now);
        }
        return due;
    }

    private void look(HttpSession session, NetworkPerson person) {
        SignedInUser before = person.getPrincipal();
        Optional<SignedInUser> now;
        try {
            now = users.present(before.id());
        } catch (DataAccessException unreachable) {
            log.debug("The rights of {} could not be looked at", before.id(), unreachable);
            return;
        }
        if (now.isEmpty()) {
            log.warn("A session of {} ends: the account may not sign in any more", before.id());
            session.invalidate();
            SecurityContextHolder.clearContext();
        } else if (!now.get().mayTheSameAs(before)) {
            SecurityContext context = new SecurityContextImpl(
                    new NetworkPerson(now.get(), person.password().orElse(null), person.getDetails()));
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
            SecurityContextHolder.setContext(context);
        }
    }
}
