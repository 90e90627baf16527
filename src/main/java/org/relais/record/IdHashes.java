package org.relais.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes stand for records of one table: sixty bits of the hash of the id, and four in which stands whether it was deleted. Eight
 * bytes instead of an id, so that what a million records announced is eight megabytes. Not for two threads at once.
 */
final class IdHashes {

    /** Of a hash: the record was deleted. */
    static final long DELETED = 1;

    private static final int BYTES = Long.BYTES;
    private static final int OF_ID = 0xf0;

    private final MessageDigest md5;

    IdHashes() {
        try {
            // No secret is kept with it; the database has it too, which sums up what was here before.
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of a record that was not deleted. */
    long of(String id) {
        return ofId(ByteBuffer.wrap(hash(id)).getLong());
    }

    /** What a hash says of the id. */
    static long ofId(long hash) {
        return hash & ~0xfL;
    }

    void write(String id, boolean deleted, ByteArrayOutputStream target) {
        byte[] bytes = hash(id);
        bytes[BYTES - 1] = (byte) (bytes[BYTES - 1] & OF_ID | (deleted ? DELETED : 0));
        target.write(bytes, 0, BYTES);
    }

    private byte[] hash(String id) {
        return md5.digest(id.getBytes(StandardCharsets.UTF_8));
    }

    static long[] read(byte[] bytes) {
        long[] hashes = new long[bytes.length / BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        return hashes;
    }

    static byte[] bytes(long[] hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.length * BYTES);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }
}
