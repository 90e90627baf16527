package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A site that the demonstration network knows.
 *
 * @param name what it signs in with
 * @param password in plain text
 * @param number its {@code siteId}, from 2
 */
public record DemoSite(String name, String password, int number) {

    /** Its {@code id}: always the same for the same number. */
    public String uuid() {
        return UUID.nameUUIDFromBytes(("relais-demo-site-" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The password as sites send it: SHA-256 in lower case hexadecimal digits. */
    public String passwordSha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
