package org.relais.people;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;

/** What the central server was asked about one name and password. As many may wait for its answer as like, each as long as they like. */
final class SignInQuestion {

    private final CompletableFuture<Optional<SignedInUser>> answer;
    private final Ticker ticker;
    private final long began;

    SignInQuestion(CompletableFuture<Optional<SignedInUser>> answer, Ticker ticker) {
        this.answer = answer;
        this.ticker = ticker;
        this.began = ticker.nanos();
    }

    /** How long ago it was asked. */
    Duration age() {
        return Duration.ofNanos(ticker.nanos() - began);
    }

    /**
     * Waits for the answer: the person, or empty when the central server cannot say.
     *
     * @param limit how long, from now; an answer that is there is given whatever the limit
     * @throws TimeoutException when there is none by then
     * @throws BadCredentialsException when name or password are wrong
     * @throws RefusedSignIn when the person may not sign in here, or not now
     * @throws DataAccessException when the answer cannot be kept
     */
    Optional<SignedInUser> within(Duration limit) throws TimeoutException {
        try {
            return answer.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException refused) {
            throw thrown(refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("Interrupted");
        }
    }

    /** As {@link #within}, however long it takes; each question ends by itself. */
    Optional<SignedInUser> atLast() {
        try {
            return answer.get();
        } catch (ExecutionException refused) {
            throw thrown(refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static RuntimeException thrown(ExecutionException refused) {
        return refused.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(refused);
    }
}
