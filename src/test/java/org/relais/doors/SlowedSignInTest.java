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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.people.ProgramDetails;
import org.relais.people.RefusedSignIn;
import org.relais.people.UnknownOffline;
import org.relais.testing.StopWatch;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Which refusals make the next try wait. */
class SlowedSignInTest {

    private static final Authentication TRY = UsernamePasswordAuthenticationToken.unauthenticated("awa", "guess");

    @ParameterizedTest
    @EnumSource
    void guessesAreSlowedDownAlsoWhileTheCentralServerDoesNotAnswer(UnknownOffline.Reason reason) {
        SlowedSignIn door = refusing(new UnknownOffline(reason));
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
                new Turns(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    /** They all stand behind one router, and two of them have a password that nobody can check now. */
    @Test
    void fiftyPhonesThatAreRightGoOnBesideOthersThatAreNot() {
        StopWatch time = new StopWatch();
        SlowedSignIn door = new SlowedSignIn(
                request -> {
                    if (request.getName().startsWith("lost")) {
                        throw new UnknownOffline(UnknownOffline.Reason.SILENT);
                    }
                    return request;
                },
                new SlowDown(time),
                new Turns(Duration.ofSeconds(5), Duration.ofSeconds(20)));
        for (int minute = 0; minute < 90; minute++) {
            for (int phone = 0; phone < 50; phone++) {
                Authentication right = UsernamePasswordAuthenticationToken.unauthenticated("phone-" + phone, "x");
                assertThat(door.authenticate(right)).isSameAs(right);
            }
            assertThat(door.authenticate(TRY)).isSameAs(TRY);
            for (int phone = 0; phone < 2; phone++) {
                Authentication lost = UsernamePasswordAuthenticationToken.unauthenticated("lost-" + phone, "x");
                assertThatThrownBy(() -> door.authenticate(lost))
                        .isInstanceOfAny(UnknownOffline.class, TooManyFailures.class);
            }
            time.pass(Duration.ofMinutes(1));
        }
    }

    /** Whoever is right is let through, so others must not learn for nothing that they are not. */
    @Test
    void nobodyGuessesAtAPersonWhileTheAddressWaits() {
        StopWatch time = new StopWatch();
        SlowedSignIn door = new SlowedSignIn(
                request -> {
                    if (!"right".equals(request.getCredentials())) {
                        throw new BadCredentialsException("wrong");
                    }
                    return request;
                },
                new SlowDown(time),
                new Turns(Duration.ofSeconds(5), Duration.ofSeconds(20)));
        Authentication right = UsernamePasswordAuthenticationToken.unauthenticated("awa", "right");
        door.authenticate(right);
        for (int i = 0; i < 4 * SlowDown.FREE_TRIES; i++) {
            Authentication stranger = UsernamePasswordAuthenticationToken.unauthenticated("nobody-" + i, "x");
            assertThatThrownBy(() -> door.authenticate(stranger)).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(door.authenticate(right)).isSameAs(right);
        for (int i = 0; i < SlowDown.FREE_TRIES; i++) {
            Authentication guess = UsernamePasswordAuthenticationToken.unauthenticated("awa", "guess-" + i);
            assertThatThrownBy(() -> door.authenticate(guess)).isInstanceOf(TooManyFailures.class);
        }

        assertThatThrownBy(() -> door.authenticate(right)).isInstanceOf(TooManyFailures.class);
        time.pass(Duration.ofSeconds(2));
        assertThat(door.authenticate(right)).isSameAs(right);
    }

    /** Twenty phones wait for the server, as many as may side by side. */
    @Test
    void phonesThatWaitForTheServerDoNotHoldUpPeople() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        SlowedSignIn door = new SlowedSignIn(
                request -> {
                    if (request.getDetails() instanceof ProgramDetails) {
                        waiting.incrementAndGet();
                        awaitQuietly(open);
                    }
                    return request;
                },
                new SlowDown(new StopWatch()),
                new Turns(Duration.ofMillis(50), Duration.ofSeconds(20)));
        MockHttpServletRequest call = new MockHttpServletRequest();
        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Turns.AT_ONCE; i++) {
                var phone = UsernamePasswordAuthenticationToken.unauthenticated("phone-" + i, "x");
                phone.setDetails(new ProgramDetails(call));
                phones.submit(() -> door.authenticate(phone));
            }
            Awaitility.await().until(() -> waiting.get() == Turns.AT_ONCE);
            var person = UsernamePasswordAuthenticationToken.unauthenticated("awa", "x");
            person.setDetails(new WebAuthenticationDetails(call));

            assertThat(door.authenticate(person)).isSameAs(person);
            open.countDown();
        }
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
                new Turns(Duration.ofMillis(50), Duration.ofSeconds(20)));
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
