package org.relais.doors;

import java.time.Duration;
import org.relais.people.Printable;
import org.relais.people.RefusedSignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks the providers, unless too many tries failed before this one. */
class SlowedSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(SlowedSignIn.class);

    private final AuthenticationManager providers;
    private final SlowDown slowDown;

    SlowedSignIn(AuthenticationManager providers, SlowDown slowDown) {
        this.providers = providers;
        this.slowDown = slowDown;
    }

    @Override
    public Authentication authenticate(Authentication request) throws AuthenticationException {
        String account = request.getName();
        String address =
                request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Duration wait = slowDown.admit(account, address);
        if (!wait.isZero()) {
            throw new TooManyFailures(wait);
        }
        try {
            Authentication answer = providers.authenticate(request);
            slowDown.succeeded(account, address);
            return answer;
        } catch (BadCredentialsException refused) {
            slowDown.failed(account, address);
            log.warn("Sign-in refused: name \"{}\" from {}", Printable.of(account), address);
            throw refused;
        } catch (RefusedSignIn refused) {
            if (refused.reason() == RefusedSignIn.Reason.BLOCKED) {
                slowDown.keptOut(account, Duration.ofSeconds(refused.seconds()));
            }
            log.warn("Sign-in refused, {}: name \"{}\" from {}", refused.reason(), Printable.of(account), address);
            throw refused;
        } finally {
            slowDown.over(address);
        }
    }
}
