package org.relais.doors;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.relais.people.Ticker;
import org.relais.vocabulary.Texts;

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

    /** Longer names are cut: nobody fills the memory with them. */
    private static final int LONGEST_NAME = 100;

    private final Ticker ticker;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > CAPACITY;
        }
    };

    SlowDown(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * Asks for one try.
     *
     * @return how long to wait before the next try, zero if this one may go ahead
     */
    synchronized Duration admit(String account, String address) {
        return admit(keys(account, address));
    }

    /** As {@link #admit(String, String)}, for a name and a password that were right from there before: others' failures are not theirs. */
    synchronized Duration admitKnown(String account, String address) {
        return admit(ofTheAccount(account, address));
    }

    /**
     * Somebody was kept out who tried another password than the one that was right from there before. As that one is let through
     * where the address alone has to wait, being kept out tells something: it is a failure of the account.
     */
    synchronized void keptOutGuessing(String account, String address) {
        List<Key> keys = ofTheAccount(account, address);
        if (wait(keys).isZero()) {
            fail(keys);
        }
    }

    private Duration admit(List<Key> keys) {
        Duration wait = wait(keys);
        if (wait.isZero()) {
            // Whoever has failed too often gets one try at a time: the next one waits as if this one had failed.
            long now = ticker.nanos();
            keys.forEach(key -> remembered(key, now).claim(key.scope, now));
        }
        return wait;
    }

    private Duration wait(List<Key> keys) {
        long now = ticker.nanos();
        return keys.stream()
                .map(key -> remembered(key, now).waitingTime(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    synchronized void failed(String account, String address) {
        fail(keys(account, address));
    }

    private void fail(List<Key> keys) {
        long now = ticker.nanos();
        for (Key key : keys) {
            Failures remembered = remembered(key, now);
            remembered.add(key.scope, now);
            failures.put(key, remembered);
        }
    }

    synchronized void succeeded(String account, String address) {
        succeededKnown(account, address);
        keys(account, address).stream()
                .filter(key -> key.scope == Scope.ADDRESS)
                .map(failures::get)
                .filter(Objects::nonNull)
                .forEach(Failures::release);
    }

    /** Who was not held up by the address says nothing for others there: a guesser may have an account of their own. */
    synchronized void succeededKnown(String account, String address) {
        ofTheAccount(account, address).forEach(failures::remove);
    }

    /** The central server keeps an account out: it is not asked again before, or for a few minutes. */
    synchronized void keptOut(String account, Duration remaining) {
        long now = ticker.nanos();
        Key key = keys(account, "").getLast();
        Failures known = remembered(key, now);
        known.keepOut(remaining.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : remaining, now);
        failures.put(key, known);
    }

    synchronized int size() {
        return failures.size();
    }

    private Failures remembered(Key key, long now) {
        Failures known = failures.get(key);
        if (known == null) {
            return new Failures();
        }
        if (now - known.last > MEMORY.toNanos()) {
            failures.remove(key);
            return new Failures();
        }
        return known;
    }

    private static List<Key> keys(String account, String address) {
        String cut = Texts.cut(account.strip().toLowerCase(Locale.ROOT), LONGEST_NAME);
        return List.of(
                new Key(Scope.ACCOUNT_AT_ADDRESS, cut, address),
                new Key(Scope.ADDRESS, "", address),
                new Key(Scope.ACCOUNT, cut, ""));
    }

    private static List<Key> ofTheAccount(String account, String address) {
        return keys(account, address).stream()
                .filter(key -> key.scope != Scope.ADDRESS)
                .toList();
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

    /** In the ticker's nanoseconds, of which only differences mean something. */
    private static final class Failures {

        private int count;
        private long last;
        private boolean closed;
        private long closedUntil;

        private Duration waitingTime(long now) {
            long left = closedUntil - now;
            return closed && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
        }

        private void claim(Scope scope, long now) {
            if (count >= scope.free) {
                close(wait(scope, count), now);
            }
        }

        private void keepOut(Duration wait, long now) {
            last = now;
            close(wait, now);
        }

        private void release() {
            closed = false;
        }

        private void add(Scope scope, long now) {
            count++;
            last = now;
            if (count >= scope.free) {
                close(wait(scope, count), now);
            }
        }

        private void close(Duration wait, long now) {
            closed = true;
            closedUntil = now + wait.toNanos();
        }

        /** One second after the last free try, then twice as long each time. */
        private static Duration wait(Scope scope, int count) {
            int doublings = Math.min(count - scope.free, 16);
            Duration wait = Duration.ofSeconds(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }
}
