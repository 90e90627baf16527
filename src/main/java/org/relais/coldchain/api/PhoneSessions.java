package org.relais.coldchain.api;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relais.coldchain.Phone;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkUsers;
import org.relais.people.Permission;
import org.relais.people.RefusedSignIn;
import org.relais.people.SecretDigest;
import org.relais.people.SecretDigest.Digest;
import org.relais.people.Ticker;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * The phones that signed in. A phone signs in anew each minute and tells nobody when it is gone, so sessions are small, many, and end
 * by time. They live in this process only: after a restart the next sign-in is a minute away at most.
 */
@Component
class PhoneSessions {

    /** Longer than a phone takes to send all that six sensors can hold, on a bad line. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** For how long a permission holds that another process took away; what this one learns of an account holds at once. */
    private static final Duration LATELY = Duration.ofSeconds(30);

    private static final int CAPACITY = 20_000;
    private static final int TOKEN_BYTES = 24;

    private final NetworkUsers users;
    private final Ticker ticker;
    private final SecureRandom random = new SecureRandom();
    private final SecretDigest digests = new SecretDigest();
    private final Map<Digest, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Session> eldest) {
            return size() > CAPACITY;
        }
    };

    PhoneSessions(NetworkUsers users, Ticker ticker) {
        this.users = users;
        this.ticker = ticker;
    }

    /**
     * A session.
     *
     * @param person who signed in, whose permission the network may take away; null for an account of this site's own
     * @param begun when it began, by the ticker
     * @param checked when the permission was looked at last, by the ticker
     * @param changes how often accounts had changed by then
     */
    private record Session(Phone phone, NetworkPerson person, long begun, long checked, long changes) {}

    /**
     * A new session.
     *
     * @param person who signed in; null for an account of this site's own
     * @return what its cookie holds
     */
    String begin(Phone phone, NetworkPerson person) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = ticker.nanos();
        put(digests.of(token), new Session(phone, person, now, now, users.changes()));
        return token;
    }

    /** The phone of a session; empty when there is none, when it is over, or when its account may send no more. */
    Optional<Phone> find(String token) {
        Digest key = digests.of(token);
        Session session = get(key);
        if (session == null) {
            return Optional.empty();
        }
        long now = ticker.nanos();
        if (now - session.begun() >= LONGEST.toNanos()) {
            remove(key);
            return Optional.empty();
        }
        long changes = users.changes();
        boolean old = now - session.checked() >= LATELY.toNanos() || changes != session.changes();
        if (session.person() != null && old) {
            if (!maySend(session)) {
                remove(key);
                return Optional.empty();
            }
            put(key, new Session(session.phone(), session.person(), session.begun(), now, changes));
        }
        return Optional.of(session.phone());
    }

    private boolean maySend(Session session) {
        try {
            return users.present(session.person())
                    .may(Permission.SEND_TEMPERATURES, session.phone().storeId());
        } catch (BadCredentialsException | RefusedSignIn noLonger) {
            return false;
        }
    }

    private synchronized Session get(Digest key) {
        return sessions.get(key);
    }

    private synchronized void put(Digest key, Session session) {
        sessions.put(key, session);
    }

    private synchronized void remove(Digest key) {
        sessions.remove(key);
    }
}
