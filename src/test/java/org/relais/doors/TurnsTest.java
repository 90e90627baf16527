package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.people.SecretDigest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class TurnsTest {

    private static final Authentication LET_IN =
            UsernamePasswordAuthenticationToken.authenticated("awa", null, List.of());

    private final SecretDigest digests = new SecretDigest();
    private final Turns turns = new Turns(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger looking = new AtomicInteger();

    @AfterEach
    void close() {
        open.countDown();
        people.close();
    }

    @Test
    void triesOfOneAddressWaitForTheirTurnAndNoneIsRefused() throws Exception {
        List<Future<Authentication>> all = new ArrayList<>();
        for (int i = 0; i < 3 * Turns.AT_ONCE; i++) {
            String name = "person-" + i;
            all.add(people.submit(() -> turns.take("10.0.0.7", digests.of(name), this::look)));
        }
        Awaitility.await().until(() -> looking.get() == Turns.AT_ONCE);
        assertThat(turns.take("10.0.0.8", digests.of("somebody"), () -> LET_IN)).isSameAs(LET_IN);
        assertThat(looking).hasValue(Turns.AT_ONCE);
        open.countDown();

        for (Future<Authentication> one : all) {
            assertThat(one.get()).isSameAs(LET_IN);
        }
        assertThat(turns.size()).isZero();
    }

    @Test
    void theSameNameAndPasswordAtOnceAreLookedAtOnce() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(people.submit(() -> {
                try {
                    turns.take("10.0.0.7", digests.of("awa", "guess"), () -> {
                        look();
                        throw new BadCredentialsException("no");
                    });
                } catch (BadCredentialsException wrong) {
                    refused.incrementAndGet();
                }
            }));
        }
        Awaitility.await().until(() -> looking.get() == 1);
        open.countDown();
        for (Future<?> one : all) {
            one.get();
        }

        assertThat(refused).hasValue(50);
    }

    @Test
    void whoseTurnDoesNotComeIsTold() {
        Turns hasty = new Turns(Duration.ofMillis(1), Duration.ofSeconds(20));
        for (int i = 0; i < Turns.AT_ONCE; i++) {
            String name = "person-" + i;
            people.submit(() -> hasty.take("10.0.0.7", digests.of(name), this::look));
        }
        Awaitility.await().until(() -> looking.get() == Turns.AT_ONCE);

        assertThatThrownBy(() -> hasty.take("10.0.0.7", digests.of("late"), () -> LET_IN))
                .isInstanceOf(Turns.NoTurn.class);
    }

    private Authentication look() {
        looking.incrementAndGet();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return LET_IN;
    }
}
