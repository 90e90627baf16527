package org.relais.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds rows up to a {@link TableSum}. */
final class RowSum {

    private final MessageDigest digest;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private long rows;

    RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param values null for what is null */
    void add(byte[][] values) {
        for (byte[] value : values) {
            digest.update(
                    length.clear().putInt(value == null ? -1 : value.length).array());
            if (value != null) {
                digest.update(value);
            }
        }
        rows++;
    }

    /** To be asked once, at the end. */
    TableSum of(String table) {
        return new TableSum(table, rows, HexFormat.of().formatHex(digest.digest()));
    }
}
