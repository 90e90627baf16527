package org.relais.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.relais.backup.UnusableBackup.Problem;

/**
 * The first bytes of a backup. They say how the key is made of the passphrase, tell a wrong passphrase from a damaged file, and
 * how long the file is: the length is written last, so that a file whose writer died looks cut.
 *
 * @param version of the format
 * @param passphrase whether one is needed; without one the key is made of an empty text, and seals against accidents only
 * @param iterations of PBKDF2
 * @param salt of PBKDF2; another one for each file, so no two files have the same key
 * @param keyCheck tells whether a key is the right one, and nothing else of it
 * @param length of the whole file in bytes; 0 while it is being written
 */
record SealHeader(int version, boolean passphrase, int iterations, byte[] salt, byte[] keyCheck, long length) {

    static final int SIZE = 80;
    static final int VERSION = 1;

    /** The line ends in it show a file that was sent as a text. */
    private static final byte[] MAGIC = "RELAIS-BACKUP\r\n\u001a".getBytes(StandardCharsets.US_ASCII);

    private static final int SALT = 16;
    private static final int CHECK = 16;
    private static final int SUM = 16;
    private static final int KEY_BITS = 512;
    private static final int CIPHER_KEY = 32;

    /** What a thief with a fast machine has to pay for each guess; half a second on a slow one. */
    private static final int ITERATIONS = 600_000;

    /** A guess for each key, whatever a forged file says. */
    private static final int MOST_ITERATIONS = 10_000_000;

    /** A new file's header, and the key that it is sealed with. */
    static Sealing draw(String passphrase) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        int iterations = passphrase.isEmpty() ? 1 : ITERATIONS;
        byte[] derived = derive(passphrase, salt, iterations);
        SealHeader header = new SealHeader(VERSION, !passphrase.isEmpty(), iterations, salt, check(derived), 0);
        return new Sealing(header, cipherKey(derived));
    }

    /** A header and the key that belongs to it. */
    record Sealing(SealHeader header, SecretKeySpec key) {}

    SealHeader withLength(long bytes) {
        return new SealHeader(version, passphrase, iterations, salt, keyCheck, bytes);
    }

    /**
     * The key that opens the file.
     *
     * @throws UnusableBackup when the passphrase is another one, or one is needed and none was given
     */
    SecretKeySpec key(String given) throws UnusableBackup {
        if (passphrase && given.isEmpty()) {
            throw new UnusableBackup(Problem.PASSPHRASE_NEEDED);
        }
        byte[] derived = derive(passphrase ? given : "", salt, iterations);
        if (!MessageDigest.isEqual(check(derived), keyCheck)) {
            throw new UnusableBackup(passphrase ? Problem.WRONG_PASSPHRASE : Problem.DAMAGED);
        }
        return cipherKey(derived);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.put(MAGIC).putShort((short) version).putShort((short) (passphrase ? 1 : 0));
        bytes.putInt(iterations).put(salt).put(keyCheck).putLong(length);
        bytes.put(sum(bytes.array()));
        return bytes.array();
    }

    /** @param bytes as many as there are of the first {@link #SIZE} of a file */
    static SealHeader read(byte[] bytes) throws UnusableBackup {
        int compared = Math.min(bytes.length, MAGIC.length);
        if (bytes.length == 0 || !Arrays.equals(bytes, 0, compared, MAGIC, 0, compared)) {
            throw new UnusableBackup(Problem.NOT_A_BACKUP);
        }
        if (bytes.length < SIZE) {
            throw new UnusableBackup(Problem.TRUNCATED);
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, MAGIC.length, SIZE - MAGIC.length);
        int version = from.getShort();
        int flags = from.getShort();
        int iterations = from.getInt();
        byte[] salt = new byte[SALT];
        byte[] check = new byte[CHECK];
        from.get(salt).get(check);
        long length = from.getLong();
        byte[] sum = new byte[SUM];
        from.get(sum);
        if (!MessageDigest.isEqual(sum, sum(bytes)) || iterations < 1 || iterations > MOST_ITERATIONS) {
            throw new UnusableBackup(Problem.DAMAGED);
        }
        if (version > VERSION) {
            throw new UnusableBackup(Problem.NEWER);
        }
        return new SealHeader(version, (flags & 1) != 0, iterations, salt, check, length);
    }

    private static byte[] sum(byte[] header) {
        return Arrays.copyOf(digest(Arrays.copyOf(header, SIZE - SUM)), SUM);
    }

    private static byte[] derive(String passphrase, byte[] salt, int iterations) {
        try {
            // A key of PBKDF2 must not be made of nothing: what stands before the passphrase is the same everywhere.
            KeySpec spec = new PBEKeySpec(("Relais" + passphrase).toCharArray(), salt, iterations, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec cipherKey(byte[] derived) {
        return new SecretKeySpec(derived, 0, CIPHER_KEY, "AES");
    }

    private static byte[] check(byte[] derived) {
        return Arrays.copyOf(digest(Arrays.copyOfRange(derived, CIPHER_KEY, derived.length)), CHECK);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
