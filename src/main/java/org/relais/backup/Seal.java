package org.relais.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals pieces of a file one after the other (AES-256, GCM). Each is bound to its place and to whether it is the last, so that
 * none can be changed, left out or put elsewhere.
 */
final class Seal {

    /** What is sealed at a time: the last piece may be smaller. */
    static final int PIECE = 64 * 1024;

    /** A piece is longer by so much when it is sealed. */
    static final int TAG = 16;

    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final Cipher cipher;
    private long place;

    Seal(SecretKeySpec key) {
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] close(byte[] piece, int length, boolean last) {
        try {
            return next(Cipher.ENCRYPT_MODE, piece, length, last);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws AEADBadTagException when it is not what was sealed at this place */
    byte[] open(byte[] piece, int length, boolean last) throws AEADBadTagException {
        try {
            return next(Cipher.DECRYPT_MODE, piece, length, last);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] next(int mode, byte[] piece, int length, boolean last) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putLong(NONCE - Long.BYTES, place).array();
        place++;
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher.doFinal(piece, 0, length);
    }
}
