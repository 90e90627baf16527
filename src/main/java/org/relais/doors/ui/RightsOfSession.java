package org.relais.doors.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkUsers;
import org.relais.people.RefusedSignIn;
import org.relais.people.SignedInUser;
import org.relais.people.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets what this site learns of a person of the network hold in every session of theirs: another sign-in, another process or a
 * record that came may tell that they may less than when this session began, and so may an answer of the central server that came
 * after what is kept had let the person in. Looked at with the next call after this process kept something, else twice a minute at
 * most; also a call of a page that does not know it yet is judged by what holds now.
 */
class RightsOfSession extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(RightsOfSession.class);
    private static final String LOOKED = RightsOfSession.class.getName() + ".looked";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final NetworkUsers users;
    private final EndedSessions ended;
    private final Ticker ticker;

    RightsOfSession(NetworkUsers users, EndedSessions ended, Ticker ticker) {
        this.users = users;
        this.ended = ended;
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
        Look now = new Look(ticker.nanos(), users.changes());
        boolean due = !(session.getAttribute(LOOKED) instanceof Look last) || now.isDueAfter(last);
        if (due) {
            session.setAttribute(LOOKED, now);
        }
        return due;
    }

    private void look(HttpSession session, NetworkPerson person) {
        SignedInUser before = person.getPrincipal();
        try {
            SignedInUser now = users.present(person);
            if (!now.mayTheSameAs(before)) {
                SecurityContext context = new SecurityContextImpl(person.as(now));
                session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
                SecurityContextHolder.setContext(context);
            }
        } catch (DataAccessException unreachable) {
            log.debug("The rights of {} could not be looked at", before.id(), unreachable);
        } catch (RefusedSignIn refused) {
            SessionEnd.by(refused).ifPresent(why -> end(session, person, why));
        } catch (BadCredentialsException refused) {
            end(session, person, SessionEnd.REFUSED);
        }
    }

    private void end(HttpSession session, NetworkPerson person, SessionEnd why) {
        log.warn(
                "A session of {} ends: the person may not sign in any more ({})",
                person.getPrincipal().id(),
                why.key());
        ended.remember(session.getId(), why);
        session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** When the rights were looked at last, and after which change of what is kept. */
    private record Look(long nanos, long changes) implements Serializable {

        boolean isDueAfter(Look last) {
            return changes != last.changes || nanos - last.nanos > BETWEEN_LOOKS.toNanos();
        }
    }
}
