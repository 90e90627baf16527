package org.relais.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.relais.people.SecretDigest.Digest;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Knows passwords again that matched before: programs send theirs with each request, and a hash that is slow on purpose would
 * take the processor from the synchronisation. What is remembered is a keyed digest of password and hash, under a key that
 * this process made and tells nobody. It is bound to the hash: where the account has another one now, it is as if the password
 * had never matched.
 */
class RememberingEncoder implements PasswordEncoder {

    /** So many are remembered; the one that was not asked for longest makes room. */
    static final int CAPACITY = 1_000;

    /** So many are hashed side by side: the rest of the processor is left to the synchronisation. */
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final PasswordEncoder slow;
    private final SecretDigest digests = new SecretDigest();
    private final Map<Digest, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    RememberingEncoder(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public String encode(CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        if (password == null || hash == null) {
            return false;
        }
        Digest digest = digests.of(hash, password.toString());
        if (isKnown(digest)) {
            return true;
        }
        places.acquireUninterruptibly();
        try {
            // Fifty phones of one account come at once: what the first one waited for, the others know.
            boolean matches = isKnown(digest) || slow.matches(password, hash);
            if (matches) {
                remember(digest);
            }
            return matches;
        } finally {
            places.release();
        }
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return slow.upgradeEncoding(hash);
    }

    private synchronized boolean isKnown(Digest digest) {
        return right.get(digest) != null;
    }

    private synchronized void remember(Digest digest) {
        right.put(digest, true);
    }

    synchronized int size() {
        return right.size();
    }
}
