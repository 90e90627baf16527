package org.relais.doors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relais.people.Printable;
import org.relais.people.RefusedSignIn;
import org.relais.people.SecretDigest;
import org.relais.people.SecretDigest.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Asks the providers, unless too many tries failed before this one. A name and a password that were right from the same address
 * before do not stand in line with those that nobody knows yet.
 */
class SlowedSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(SlowedSignIn.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int CAPACITY = 1_000;

    private final AuthenticationManager providers;
    private final SlowDown slowDown;
    private final Turns turns;
    private final SecretDigest digests = new SecretDigest();
    private final Map<Digest, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    SlowedSignIn(AuthenticationManager providers, SlowDown slowDown, Turns turns) {
        this.providers = providers;
        this.slowDown = slowDown;
        this.turns = turns;
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
        Digest credentials = digests.of(account, String.valueOf(request.getCredentials()), address);
        if (wasRight(credentials)) {
            return ask(request, account, address, credentials);
        }
        try {
            return turns.take(address, credentials, () -> ask(request, account, address, credentials));
        } catch (Turns.NoTurn full) {
            // Counted, so that nobody guesses past a full line: what was right before is not in it.
            slowDown.failed(account, address);
            throw new TooManyFailures(A_MOMENT);
        }
    }

    private Authentication ask(Authentication request, String account, String address, Digest credentials) {
        try {
            Authentication answer = providers.authenticate(request);
            slowDown.succeeded(account, address);
            note(credentials, true);
            return answer;
        } catch (BadCredentialsException refused) {
            note(credentials, false);
            slowDown.failed(account, address);
            log.warn("Sign-in refused: name \"{}\" from {}", Printable.of(account), address);
            throw refused;
        } catch (RefusedSignIn refused) {
            note(credentials, false);
            if (refused.reason() == RefusedSignIn.Reason.BLOCKED) {
                slowDown.keptOut(account, Duration.ofSeconds(refused.seconds()));
            }
            log.warn("Sign-in refused, {}: name \"{}\" from {}", refused.reason(), Printable.of(account), address);
            throw refused;
        }
    }

    private boolean wasRight(Digest credentials) {
        synchronized (right) {
            return right.get(credentials) != null;
        }
    }

    private void note(Digest credentials, boolean wasRight) {
        synchronized (right) {
            if (wasRight) {
                right.put(credentials, true);
            } else {
                right.remove(credentials);
            }
        }
    }
}
