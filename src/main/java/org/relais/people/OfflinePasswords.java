package org.relais.people;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes of the passwords with which the central server let people in, to know them again while it is out of reach. */
@Component
class OfflinePasswords {

    private final PasswordEncoder encoder;
    private final String nobodys;

    OfflinePasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encoder.encode("nobody");
    }

    /** The hash to keep, or null for a password that is too long for one: its owner can sign in with the central server only. */
    String hash(String password) {
        return BcryptLimit.fits(password) ? encoder.encode(password) : null;
    }

    /**
     * Whether it is that password. It takes as long where there is no hash, so that the time taken does not tell which names
     * are known here.
     *
     * @param hash what {@link #hash} gave, or null
     */
    boolean matches(String password, String hash) {
        boolean same = encoder.matches(password, hash == null ? nobodys : hash);
        return same && hash != null && BcryptLimit.fits(password);
    }
}
