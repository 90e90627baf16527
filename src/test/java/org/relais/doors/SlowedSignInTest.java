package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.relais.people.RefusedSignIn;
import org.relais.people.UnknownOffline;
import org.relais.testing.StopWatch;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Which refusals make the next try wait. */
class SlowedSignInTest {

    private static final Authentication TRY = UsernamePasswordAuthenticationToken.unauthenticated("awa", "guess");

    @Test
    void guessesAreSlowedDownAlsoWhileTheCentralServerIsOutOfReach() {
        SlowedSignIn door = refusing(new UnknownOffline());
        for (int i = 0; i < SlowDown.FREE_TRIES; i++) {
            assertThatThrownBy(() -> door.authenticate(TRY)).isInstanceOf(UnknownOffline.class);
        }

        assertThatThrownBy(() -> door.authenticate(TRY)).isInstanceOf(TooManyFailures.class);
    }

    @Test
    void otherRefusalsAreNobodysFailure() {
        SlowedSignIn door = refusing(new RefusedSignIn(RefusedSignIn.Reason.NO_STORE));
        for (int i = 0; i < 10 * SlowDown.FREE_TRIES; i++) {
            assertThatThrownBy(() -> door.authenticate(TRY)).isInstanceOf(RefusedSignIn.class);
        }
    }

    @Test
    void anAccountThatTheCentralServerKeepsOutIsNotAskedForAgain() {
        SlowedSignIn door = refusing(RefusedSignIn.blocked(Duration.ofSeconds(90)));
        assertThatThrownBy(() -> door.authenticate(TRY)).isInstanceOf(RefusedSignIn.class);

        assertThatThrownBy(() -> door.authenticate(TRY))
                .isInstanceOfSatisfying(TooManyFailures.class, wait -> assertThat(wait.seconds())
                        .isEqualTo(90));
    }

    private static SlowedSignIn refusing(AuthenticationException refusal) {
        return new SlowedSignIn(
                request -> {
                    throw refusal;
                },
                new SlowDown(new StopWatch()),
                new Turns(Duration.ofSeconds(5)));
    }

    /** Twenty who guess keep those out who are known here no longer. */
    @Test
    void whatWasRightBeforeDoesNotStandInLine() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger guessing = new AtomicInteger();
        SlowedSignIn door = new SlowedSignIn(
                request -> {
                    if (request.getName().startsWith("guess")) {
                        guessing.incrementAndGet();
                        awaitQuietly(open);
                        throw new RefusedSignIn(RefusedSignIn.Reason.NO_STORE);
                    }
                    return request;
                },
                new SlowDown(new StopWatch()),
                new Turns(Duration.ofMillis(50)));
        door.authenticate(TRY);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Turns.AT_ONCE; i++) {
                Authentication guess = UsernamePasswordAuthenticationToken.unauthenticated("guess-" + i, "x");
                people.submit(() -> door.authenticate(guess));
            }
            Awaitility.await().until(() -> guessing.get() == Turns.AT_ONCE);

            assertThat(door.authenticate(TRY)).isSameAs(TRY);
            assertThatThrownBy(() ->
                            door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("awa", "another")))
                    .isInstanceOf(TooManyFailures.class);
            open.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
