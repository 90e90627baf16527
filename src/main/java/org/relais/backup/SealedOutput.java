package org.relais.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes a backup's file piece by piece; it can be read only after {@link #finish}. */
final class SealedOutput extends OutputStream {

    private final FileChannel file;
    private final SealHeader header;
    private final Seal seal;
    private final byte[] piece = new byte[Seal.PIECE];
    private int filled;

    /**
     * Begins a file.
     *
     * @param file empty; stays open
     * @param passphrase empty for none
     */
    SealedOutput(FileChannel file, String passphrase) throws IOException {
        this.file = file;
        SealHeader.Sealing sealing = SealHeader.draw(passphrase);
        this.header = sealing.header();
        this.seal = new Seal(sealing.key());
        write(ByteBuffer.wrap(header.bytes()));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                flushPiece(false);
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    /** Writes the end, and then the length into the header; returns when all is on the disk. */
    void finish() throws IOException {
        flushPiece(true);
        file.force(true);
        ByteBuffer whole = ByteBuffer.wrap(header.withLength(file.position()).bytes());
        long at = 0;
        while (whole.hasRemaining()) {
            at += file.write(whole, at);
        }
        file.force(true);
    }

    private void flushPiece(boolean last) throws IOException {
        write(ByteBuffer.wrap(seal.close(piece, filled, last)));
        filled = 0;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
