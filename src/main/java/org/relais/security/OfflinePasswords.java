package org.relais.security;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of the passwords with which the central server let people in, to know them again while it is out of reach. */
@Component
class OfflinePasswords {

    /** What bcrypt takes. */
    private static final int LONGEST_IN_BYTES = 72;

    private final PasswordEncoder encoder;
    private final String nobodys;

    OfflinePasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody");
    }

    /** The hash to keep, or null for a password that is too long for one: its owner can sign in with the central server only. */
    String hash(String password) {
        return tooLong(password) ? null : encoder.encode(password);
    }

    /**
     * Whether it is that password. It takes as long where there is no hash, so that the time taken does not tell which names
     * are known here.
     *
     * @param hash what {@link #hash} gave, or null
     */
    boolean matches(String password, String hash) {
        boolean same = encoder.matches(password, hash == null ? nobodys : hash);
        return same && hash != null && !tooLong(password);
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES;
    }
}
