package org.relais.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Marks stand for records of one table: sixty bits of the hash of the id, and four in which stands whether it was deleted. Eight
 * bytes instead of an id, so that what a million records announced is eight megabytes. Not for two threads at once.
 */
final class RecordMarks {

    /** Of a mark: the record was deleted. */
    static final long DELETED = 1;

    private static final int BYTES = Long.BYTES;
    private static final int OF_ID = 0xf0;

    private final MessageDigest hash;

    RecordMarks() {
        try {
            // No secret is kept with it; the database has it too, which sums up what was here before.
            hash = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mark of a record that was not deleted. */
    long of(String id) {
        return ofId(ByteBuffer.wrap(hash(id)).getLong());
    }

    /** What a mark says of the id. */
    static long ofId(long mark) {
        return mark & ~0xfL;
    }

    void write(String id, boolean deleted, ByteArrayOutputStream target) {
        byte[] mark = hash(id);
        mark[BYTES - 1] = (byte) (mark[BYTES - 1] & OF_ID | (deleted ? DELETED : 0));
        target.write(mark, 0, BYTES);
    }

    private byte[] hash(String id) {
        return hash.digest(id.getBytes(StandardCharsets.UTF_8));
    }

    static long[] read(byte[] bytes) {
        long[] marks = new long[bytes.length / BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(marks);
        return marks;
    }

    static byte[] bytes(long[] marks) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.length * BYTES);
        bytes.asLongBuffer().put(marks);
        return bytes.array();
    }
}
