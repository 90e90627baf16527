package org.relais.doors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.relais.people.Printable;
import org.relais.people.ProgramDetails;
import org.relais.people.RefusedSignIn;
import org.relais.people.SecretDigest;
import org.relais.people.SecretDigest.Digest;
import org.relais.people.UnknownOffline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Asks the providers, unless too many tries failed before this one. A name and a password that were right from the same address
 * before do not stand in line with those that nobody knows yet, and others that fail there do not keep them out: one phone with
 * an old password would otherwise be the end of a whole ward behind one router.
 */
class SlowedSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(SlowedSignIn.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** For each name and password of an address, and for the name alone. */
    private static final int CAPACITY = 2_000;

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
        Digest credentials = digests.of(account, String.valueOf(request.getCredentials()), address);
        boolean wasRight = wasRight(credentials);
        Duration wait = wasRight ? slowDown.admitKnown(account, address) : slowDown.admit(account, address);
        if (!wait.isZero()) {
            if (!wasRight && wasRight(digests.of(account, address))) {
                slowDown.keptOutGuessing(account, address);
            }
            throw new TooManyFailures(wait);
        }
        if (wasRight) {
            return ask(request, account, address, credentials, slowDown::succeededKnown);
        }
        try {
            return turns.take(
                    line(request, address),
                    credentials,
                    () -> ask(request, account, address, credentials, slowDown::succeeded));
        } catch (Turns.NoTurn full) {
            // Counted, so that nobody guesses past a full line: what was right before is not in it.
            slowDown.failed(account, address);
            throw new TooManyFailures(A_MOMENT);
        }
    }

    /** Programs of one address have a line of their own: fifty phones at a silent server do not hold up the people beside them. */
    private static String line(Authentication request, String address) {
        return request.getDetails() instanceof ProgramDetails ? "programs at " + address : address;
    }

    private Authentication ask(
            Authentication request,
            String account,
            String address,
            Digest credentials,
            BiConsumer<String, String> success) {
        try {
            Authentication answer = providers.authenticate(request);
            success.accept(account, address);
            note(credentials, true);
            note(digests.of(account, address), true);
            return answer;
        } catch (BadCredentialsException | UnknownOffline refused) {
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

    private boolean wasRight(Digest what) {
        synchronized (right) {
            return right.get(what) != null;
        }
    }

    private void note(Digest what, boolean wasRight) {
        synchronized (right) {
            if (wasRight) {
                right.put(what, true);
            } else {
                right.remove(what);
            }
        }
    }
}
