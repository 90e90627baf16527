package org.relais.doors;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.relais.people.SecretDigest.Digest;
import org.springframework.security.core.Authentication;

/**
 * Lets so many tries of one line, such as those of an address, be looked at side by side: each may last as long as the central server needs. The others
 * wait for their turn for a while, and tries with the same name and password wait for the first of them, whose outcome is theirs.
 */
class Turns {

    static final int AT_ONCE = 20;
    static final int WAITING = 200;

    private final Duration patience;
    private final Duration longest;
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Digest, CompletableFuture<Authentication>> underWay = new ConcurrentHashMap<>();

    /**
     * @param patience how long a try waits for its turn at most
     * @param longest how long a try lasts at most
     */
    Turns(Duration patience, Duration longest) {
        this.patience = patience;
        this.longest = longest;
    }

    /**
     * Makes a try in its turn.
     *
     * @param name whose line it is
     * @param credentials name and password as they came from the address
     * @throws NoTurn when too many wait already, or the turn did not come
     */
    Authentication take(String name, Digest credentials, Supplier<Authentication> tried) {
        CompletableFuture<Authentication> outcome = new CompletableFuture<>();
        CompletableFuture<Authentication> first = underWay.putIfAbsent(credentials, outcome);
        if (first != null) {
            await(first);
            return tried.get();
        }
        try {
            Authentication answer = inLine(name, tried);
            outcome.complete(answer);
            return answer;
        } catch (RuntimeException refused) {
            outcome.completeExceptionally(refused);
            throw refused;
        } finally {
            underWay.remove(credentials, outcome);
            outcome.cancel(false);
        }
    }

    private void await(CompletableFuture<Authentication> first) {
        try {
            first.copy()
                    .orTimeout(patience.plus(longest).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException ended) {
            if (ended.getCause() instanceof TimeoutException) {
                throw new NoTurn();
            }
            if (ended.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw ended;
        }
    }

    private Authentication inLine(String name, Supplier<Authentication> tried) {
        Line line = enter(name);
        try {
            if (!line.turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoTurn();
            }
            try {
                return tried.get();
            } finally {
                line.turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NoTurn();
        } finally {
            leave(name, line);
        }
    }

    private synchronized Line enter(String name) {
        Line line = lines.computeIfAbsent(name, first -> new Line());
        if (line.members >= AT_ONCE + WAITING) {
            throw new NoTurn();
        }
        line.members++;
        return line;
    }

    private synchronized void leave(String name, Line line) {
        line.members--;
        if (line.members == 0) {
            lines.remove(name);
        }
    }

    synchronized int size() {
        return lines.size();
    }

    private static final class Line {

        private final Semaphore turns = new Semaphore(AT_ONCE, true);
        private int members;
    }

    /** A try whose turn did not come. */
    static final class NoTurn extends RuntimeException {

        NoTurn() {
            super("No turn", null, false, false);
        }
    }
}
