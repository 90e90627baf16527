package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A right password is hashed once, a wrong one each time. */
class RememberingEncoderTest {

    private final AtomicInteger hashed = new AtomicInteger();
    private CountDownLatch slow = new CountDownLatch(0);
    private final RememberingEncoder encoder = new RememberingEncoder(new PasswordEncoder() {
        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashed.incrementAndGet();
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return encode(password).equals(hash);
        }
    });

    @Test
    void aRightPasswordIsHashedOnce() {
        for (int i = 0; i < 100; i++) {
            assertThat(encoder.matches("blé", "hash of blé")).isTrue();
        }

        assertThat(hashed).hasValue(1);
    }

    /** As phones do whose request hangs: the first hash answers for all who wait until they may make theirs. */
    @Test
    void aRightPasswordWithWhichManyComeAtOnceIsHashedForWhoComesFirst() throws Exception {
        slow = new CountDownLatch(1);
        List<Thread> all = IntStream.range(0, 4 + Runtime.getRuntime().availableProcessors())
                .mapToObj(each -> Thread.ofPlatform().start(() -> encoder.matches("blé", "hash of blé")))
                .toList();
        Awaitility.await().until(() -> all.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        int first = hashed.get();
        slow.countDown();
        for (Thread thread : all) {
            thread.join();
        }

        assertThat(first).isLessThan(all.size());
        assertThat(hashed).hasValue(first);
        assertThat(encoder.matches("blé", "hash of blé")).isTrue();
    }

    @Test
    void aWrongOneIsHashedEachTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(encoder.matches("wrong", "hash of blé")).isFalse();
        }

        assertThat(hashed).hasValue(3);
    }

    @Test
    void anotherHashIsAskedAboutAnew() {
        encoder.matches("blé", "hash of blé");

        assertThat(encoder.matches("blé", "hash of another")).isFalse();
        assertThat(encoder.matches("blé", null)).isFalse();
        assertThat(hashed).hasValue(2);
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
