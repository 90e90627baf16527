package org.relais.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkSignIn;
import org.relais.people.RefusedSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Before a program is refused because of what the central server said of its person minutes ago, the central server is asked
 * again: a refusal never comes from an answer that may be out of date, unless that server is silent.
 */
@Component
class SecondLook {

    private static final Logger log = LoggerFactory.getLogger(SecondLook.class);

    private final NetworkSignIn network;

    SecondLook(NetworkSignIn network) {
        this.network = network;
    }

    AuthorizationManager<HttpServletRequest> before(AuthorizationManager<HttpServletRequest> rule) {
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationResult authorize(
                    Supplier<? extends Authentication> caller, HttpServletRequest request) {
                AuthorizationResult first = rule.authorize(caller, request);
                if (first == null || first.isGranted() || !(caller.get() instanceof NetworkPerson person)) {
                    return first;
                }
                return askAgain(person)
                        .map(known -> rule.authorize(() -> known, request))
                        .orElse(first);
            }
        };
    }

    private Optional<Authentication> askAgain(NetworkPerson person) {
        if (!person.isFromMemory() || person.password().isEmpty()) {
            return Optional.empty();
        }
        try {
            String password = person.password().orElseThrow();
            Optional<Authentication> now = network.ask(person.getName(), password)
                    .map(known -> new NetworkPerson(known, password, person.getDetails()));
            now.ifPresent(SecondLook::takeItsPlace);
            return now;
        } catch (BadCredentialsException | RefusedSignIn | DataAccessException notNow) {
            log.debug("{} stays refused", person.getName(), notNow);
            return Optional.empty();
        }
    }

    private static void takeItsPlace(Authentication now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }
}
