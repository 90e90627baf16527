package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.relais.people.RefusedSignIn;
import org.relais.people.UnknownOffline;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Which refusals make the next try wait. */
class SlowedSignInTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);
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
                new SlowDown(CLOCK));
    }
}
