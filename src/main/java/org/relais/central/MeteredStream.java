package org.relais.central;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Counts decompressed bytes and gives no more than {@link #LARGEST_PIECE} of them between two calls of {@link #nextPiece()}: an
 * answer may be as long as it likes, but it must bring something. How much of a piece is held in memory is for others to
 * decide; a few compressed kilobytes make many megabytes. Also notices that its reader was told to stop, as bytes that come out
 * of a decompressor are not waited for.
 */
final class MeteredStream extends FilterInputStream {

    /** How much may come between one record and the next, in bytes; even what is passed over takes time. */
    static final long LARGEST_PIECE = 512L * 1024 * 1024;

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
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading the answer");
        }
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new UnexpectedAnswer("more than %d bytes without a record".formatted(LARGEST_PIECE));
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
