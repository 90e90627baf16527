package org.relais.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Remembers failures to sign in and makes whoever goes on failing wait, longer each time. Counted for an account from one
 * address, so that nobody locks a colleague out from elsewhere, and more patiently for an address as a whole (a ward
 * behind one router) and for an account from everywhere. A success forgets the account's failures; the rest is forgotten
 * after a quarter of an hour without another failure.
 */
class SlowDown {

    static final int FREE_TRIES = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofMinutes(15);

    /** So many keys are remembered; the one that was quiet for longest makes room. About 2 MB at most. */
    static final int CAPACITY = 10_000;

    /** So many tries of one address are looked at side by side: each may last as long as the central server needs. */
    static final int MOST_AT_ONCE = 20;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Longer names are cut: nobody fills the memory with them. */
    private static final int LONGEST_NAME = 100;

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > CAPACITY;
        }
    };

    private final Map<String, Integer> underWay = new HashMap<>();

    SlowDown(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks for one try. Whoever may go ahead tells its end by {@link #over}.
     *
     * @return how long to wait before the next try, zero if this one may go ahead
     */
    synchronized Duration admit(String account, String address) {
        Instant now = clock.instant();
        List<Key> keys = keys(account, address);
        Duration wait = keys.stream()
                .map(key -> remembered(key, now).waitingTime(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero() && underWay.getOrDefault(address, 0) >= MOST_AT_ONCE) {
            return A_MOMENT;
        }
        if (wait.isZero()) {
            underWay.merge(address, 1, Integer::sum);
            // Whoever has failed too often gets one try at a time: the next one waits as if this one had failed.
            keys.forEach(key -> remembered(key, now).claim(key.scope, now));
        }
        return wait;
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        for (Key key : keys(account, address)) {
            Failures remembered = remembered(key, now);
            remembered.add(key.scope, now);
            failures.put(key, remembered);
        }
    }

    synchronized void succeeded(String account, String address) {
        for (Key key : keys(account, address)) {
            if (key.scope == Scope.ADDRESS) {
                failures.getOrDefault(key, new Failures()).release();
            } else {
                failures.remove(key);
            }
        }
    }

    /** A try that went ahead is over, however it ended. */
    synchronized void over(String address) {
        underWay.computeIfPresent(address, (from, tries) -> tries > 1 ? tries - 1 : null);
    }

    /** The central server keeps an account out: it is not asked again before, or for a few minutes. */
    synchronized void keptOut(String account, Duration remaining) {
        Instant now = clock.instant();
        Key key = keys(account, "").getLast();
        Failures known = remembered(key, now);
        known.keepOut(remaining.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : remaining, now);
        failures.put(key, known);
    }

    synchronized int size() {
        return failures.size();
    }

    private Failures remembered(Key key, Instant now) {
        Failures known = failures.get(key);
        if (known == null) {
            return new Failures();
        }
        if (known.last.plus(MEMORY).isBefore(now)) {
            failures.remove(key);
            return new Failures();
        }
        return known;
    }

    private static List<Key> keys(String account, String address) {
        String name = account.strip().toLowerCase(Locale.ROOT);
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return List.of(
                new Key(Scope.ACCOUNT_AT_ADDRESS, cut, address),
                new Key(Scope.ADDRESS, "", address),
                new Key(Scope.ACCOUNT, cut, ""));
    }

    /** What failures are counted for, and how many are free. */
    private enum Scope {
        ACCOUNT_AT_ADDRESS(FREE_TRIES),
        ADDRESS(4 * FREE_TRIES),
        ACCOUNT(20 * FREE_TRIES);

        private final int free;

        Scope(int free) {
            this.free = free;
        }
    }

    private record Key(Scope scope, String account, String address) {}

    private static final class Failures {

        private int count;
        private Instant last = Instant.MIN;
        private Instant closedUntil = Instant.MIN;

        private Duration waitingTime(Instant now) {
            return closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
        }

        private void claim(Scope scope, Instant now) {
            if (count >= scope.free) {
                closedUntil = now.plus(wait(scope, count));
            }
        }

        private void keepOut(Duration wait, Instant now) {
            last = now;
            closedUntil = now.plus(wait);
        }

        private void release() {
            closedUntil = Instant.MIN;
        }

        private void add(Scope scope, Instant now) {
            count++;
            last = now;
            if (count >= scope.free) {
                closedUntil = now.plus(wait(scope, count));
            }
        }

        /** One second after the last free try, then twice as long each time. */
        private static Duration wait(Scope scope, int count) {
            int doublings = Math.min(count - scope.free, 16);
            Duration wait = Duration.ofSeconds(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }
}
