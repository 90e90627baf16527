package org.relais.coldchain.api;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relais.coldchain.Phone;
import org.relais.people.NetworkUsers;
import org.relais.people.Permission;
import org.relais.people.SecretDigest;
import org.relais.people.SecretDigest.Digest;
import org.relais.people.Ticker;
import org.springframework.stereotype.Component;

/**
 * The phones that signed in. A phone signs in anew each minute and tells nobody when it is gone, so sessions are small, many, and end
 * by time. They live in this process only: after a restart the next sign-in is a minute away at most.
 */
@Component
class PhoneSessions {

    /** Longer than a phone takes to send all that six sensors can hold, on a bad line. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** For how long a permission holds that was taken away. */
    private static final Duration LATELY = Duration.ofMinutes(1);

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
     * @param ofNetwork whether the account is of the network, which may take away its permission
     * @param begun when it began, by the ticker
     * @param checked when the permission was looked at last, by the ticker
     */
    private record Session(Phone phone, boolean ofNetwork, long begun, long checked) {}

    /** A new session; returns what its cookie holds. */
    String begin(Phone phone, boolean ofNetwork) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = ticker.nanos();
        put(digests.of(token), new Session(phone, ofNetwork, now, now));
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
        if (session.ofNetwork() && now - session.checked() >= LATELY.toNanos()) {
            if (!maySend(session.phone())) {
                remove(key);
                return Optional.empty();
            }
            put(key, new Session(session.phone(), true, session.begun(), now));
        }
        return Optional.of(session.phone());
    }

    private boolean maySend(Phone phone) {
        return users.present(phone.accountId())
                .filter(person -> person.may(Permission.SEND_TEMPERATURES, phone.storeId()))
                .isPresent();
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
