package org.relais.people;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.relais.central.Cancellation;
import org.relais.people.SecretDigest.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the central server who may sign in, each question on a thread of its own that goes on when nobody waits any more. Whoever
 * comes with the name and password of a question under way waits for that one: however often a phone tries at a silent server,
 * one question is open.
 */
@Component
class SignInQuestions {

    /** So many may be under way: more are only when the server is silent, and then another one would hear nothing either. */
    static final int MOST = 256;

    private static final Logger log = LoggerFactory.getLogger(SignInQuestions.class);

    /** A server may send a byte now and then for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Ticker ticker;
    private final SecretDigest digests = new SecretDigest();
    private final Map<Digest, Open> open = new HashMap<>();
    private boolean stopping;

    SignInQuestions(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * The question about that name and password: the one that is under way, or a new one.
     *
     * @param asked asks, and keeps what it hears; what it throws is the answer, too. Its cancellation is the question's end
     */
    synchronized SignInQuestion of(String name, String password, Function<Cancellation, Optional<SignedInUser>> asked) {
        Digest digest = digests.of(name, password);
        Open known = open.get(digest);
        if (known != null) {
            return known.question;
        }
        CompletableFuture<Optional<SignedInUser>> answer = new CompletableFuture<>();
        SignInQuestion question = new SignInQuestion(answer, ticker);
        if (stopping || open.size() >= MOST) {
            log.debug("The central server is not asked: {} questions are under way", open.size());
            answer.complete(Optional.empty());
            return question;
        }
        Open one = new Open(question, new Cancellation());
        open.put(digest, one);
        answer.completeOnTimeout(Optional.empty(), LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((person, refusal) -> end(digest, one));
        Thread.ofVirtual().name("sign-in").start(() -> ask(asked, digest, one, answer));
        return question;
    }

    /** Who hears the answer and asks again gets a new one: the question has ended by then. */
    private void ask(
            Function<Cancellation, Optional<SignedInUser>> asked,
            Digest digest,
            Open one,
            CompletableFuture<Optional<SignedInUser>> answer) {
        try {
            Optional<SignedInUser> person = asked.apply(one.end);
            end(digest, one);
            answer.complete(person);
        } catch (RuntimeException refusal) {
            log.debug("A question about a sign-in ended", refusal);
            end(digest, one);
            answer.completeExceptionally(refusal);
        }
    }

    private synchronized void end(Digest digest, Open one) {
        if (open.remove(digest, one)) {
            one.end.cancel();
        }
    }

    synchronized int size() {
        return open.size();
    }

    /** This server stops: whoever waits is told at once, and no thread is left with a connection. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        stopping = true;
        open.values().forEach(one -> one.end.cancel());
    }

    private record Open(SignInQuestion question, Cancellation end) {}
}
