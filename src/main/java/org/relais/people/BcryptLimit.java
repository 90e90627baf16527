package org.relais.people;

import java.nio.charset.StandardCharsets;

/** What bcrypt takes: it would ignore the rest, so that two long passwords could be the same one. */
final class BcryptLimit {

    static final int LONGEST_IN_BYTES = 72;

    private BcryptLimit() {}

    static boolean fits(String password) {
        return bytes(password) <= LONGEST_IN_BYTES;
    }

    static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}
