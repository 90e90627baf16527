package org.relais.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.relais.database.DataDirectory;
import org.relais.database.PrivateFile;
import org.relais.startup.StartFailure;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Keeps the site's password from whoever gets a copy of the database: it is kept there sealed (AES-256, GCM) with a key that is
 * made once and stands in the file {@code secret.key} of the data directory, readable by the service's user only.
 */
@Component
class PasswordSeal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final String FORM = "[0-9a-f]{64}";

    private final Path file;
    private AesBytesEncryptor cipher;

    PasswordSeal(DataDirectory directory) {
        this.file = directory.file("secret.key");
    }

    /** The text sealed, in hex digits; another result each time. */
    String seal(String text) {
        return HexFormat.of().formatHex(cipher().encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text that was sealed, or empty when it was with another key, or not at all, or is damaged. */
    Optional<String> open(String sealed) {
        try {
            byte[] text = cipher().decrypt(HexFormat.of().parseHex(sealed));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException otherKey) {
            return Optional.empty();
        }
    }

    /** Where the key stands. */
    Path file() {
        return file;
    }

    private synchronized AesBytesEncryptor cipher() {
        if (cipher == null) {
            cipher = new AesBytesEncryptor(
                    new SecretKeySpec(key(), "AES"), KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
        }
        return cipher;
    }

    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(made);
                PrivateFile.write(file, HexFormat.of().formatHex(made) + System.lineSeparator());
            }
            String key = Files.readString(file).strip();
            if (!key.matches(FORM)) {
                throw new StartFailure(
                        file + ": is not a key; allowed are 64 digits 0-9, a-f. Restore the file, or delete it and"
                                + " give the site's password again with relais.site.central-url, .name and .password");
            }
            return HexFormat.of().parseHex(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
