package org.relais.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A token itself, as it was shown once and as programs send it: 256 random bits behind a prefix by which people, and tools that
 * look for secrets where none should be, recognise it.
 */
public final class TokenText {

    /** What every token begins with. */
    public static final String PREFIX = "relais_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int ENDING = 4;
    private static final String FORM = PREFIX + "[A-Za-z0-9_-]{43}";

    private final String text;

    private TokenText(String text) {
        this.text = text;
    }

    static TokenText random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new TokenText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What a program sent, if it has the form of a token. */
    static Optional<TokenText> of(String sent) {
        return sent.matches(FORM) ? Optional.of(new TokenText(sent)) : Optional.empty();
    }

    /** The token, to be shown to the person who made it. */
    public String secret() {
        return text;
    }

    String ending() {
        return text.substring(text.length() - ENDING);
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return PREFIX + "…" + ending();
    }
}
