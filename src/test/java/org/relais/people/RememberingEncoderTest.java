package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

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
