package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A right password is hashed once, a wrong one each time. */
class RememberingEncoderTest {

    private int hashed;
    private final RememberingEncoder encoder = new RememberingEncoder(new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashed++;
            return encode(password).equals(hash);
        }
    });

    @Test
    void aRightPasswordIsHashedOnce() {
        for (int i = 0; i < 100; i++) {
            assertThat(encoder.matches("blé", "hash of blé")).isTrue();
        }

        assertThat(hashed).isEqualTo(1);
    }

    @Test
    void whoWaitedBehindItsFirstHashDoesNotHashItAgain() throws InterruptedException {
        CountDownLatch hashing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        RememberingEncoder slow = new RememberingEncoder(new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return "hash of " + password;
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                times.incrementAndGet();
                hashing.countDown();
                join(go);
                return true;
            }
        });
        // As many as may hash at once stand in front, so that all others wait for a place.
        int places = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        List<Thread> phones = IntStream.range(0, places + 20)
                .mapToObj(phone -> Thread.ofVirtual().unstarted(() -> slow.matches("blé", "hash of blé")))
                .toList();
        phones.forEach(Thread::start);
        hashing.await();
        go.countDown();
        for (Thread phone : phones) {
            phone.join();
        }

        assertThat(times.get()).isBetween(1, places);
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWrongOneIsHashedEachTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(encoder.matches("wrong", "hash of blé")).isFalse();
        }

        assertThat(hashed).isEqualTo(3);
    }

    @Test
    void anotherHashIsAskedAboutAnew() {
        encoder.matches("blé", "hash of blé");

        assertThat(encoder.matches("blé", "hash of another")).isFalse();
        assertThat(encoder.matches("blé", null)).isFalse();
        assertThat(hashed).isEqualTo(2);
    }

    @Test
    void wherePasswordAndHashMeetMakesADifference() {
        SecretDigest digests = new SecretDigest();

        assertThat(digests.of("ab", "c")).isEqualTo(digests.of("ab", "c")).isNotEqualTo(digests.of("a", "bc"));
        assertThat(new SecretDigest().of("ab", "c")).isNotEqualTo(digests.of("ab", "c"));
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < 2 * RememberingEncoder.CAPACITY; i++) {
            encoder.matches("p" + i, "hash of p" + i);
        }

        assertThat(encoder.size()).isEqualTo(RememberingEncoder.CAPACITY);
    }
}
