package org.relais.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that nobody chose: to be copied from a screen, and too long to be guessed. */
final class GeneratedPassword {

    /** Letters and digits that nobody mistakes for one another when copying them from a screen. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** 31^16 passwords: about 79 bits. */
    private static final int LENGTH = 16;

    private static final int GROUP = 4;

    private GeneratedPassword() {}

    static String make() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, LENGTH)
                .mapToObj(
                        i -> (i > 0 && i % GROUP == 0 ? "-" : "") + ALPHABET.charAt(random.nextInt(ALPHABET.length())))
                .collect(Collectors.joining());
    }
}
