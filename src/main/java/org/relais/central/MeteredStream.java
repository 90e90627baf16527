package org.relais.central;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts decompressed bytes and refuses to give more than {@link #LARGEST_PIECE} of them between two calls of
 * {@link #nextPiece()}. An answer may be as long as it likes, as long as no single piece of it (a record) has to be held
 * in memory that is larger: a few compressed kilobytes cannot blow up the heap.
 */
final class MeteredStream extends FilterInputStream {

    /** Plugin bundles, the largest records known, have some 20 MB. */
    static final long LARGEST_PIECE = 64L * 1024 * 1024;

    private long left = LARGEST_PIECE;
    private long leftAtMark;

    MeteredStream(InputStream in) {
        super(in);
    }

    /** From here the next piece is counted. */
    void nextPiece() {
        left = LARGEST_PIECE;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnexpectedAnswer("a single record of more than %d bytes".formatted(LARGEST_PIECE));
        }
    }

    @Override
    public synchronized void mark(int limit) {
        leftAtMark = left;
        super.mark(limit);
    }

    @Override
    public synchronized void reset() throws IOException {
        left = leftAtMark;
        super.reset();
    }
}
