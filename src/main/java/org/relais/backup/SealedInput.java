package org.relais.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.AEADBadTagException;
import org.relais.backup.UnusableBackup.Problem;

/** Reads a backup's file; nothing of it is handed out before it is known to be as it was written. */
final class SealedInput extends InputStream {

    private final InputStream file;
    private final Seal seal;
    private long left;
    private byte[] piece = new byte[0];
    private int read;

    private SealedInput(InputStream file, Seal seal, long left) {
        this.file = file;
        this.seal = seal;
        this.left = left;
    }

    /**
     * Opens a file.
     *
     * @param passphrase empty where none was given
     * @throws UnusableBackup when it is none, not whole, or sealed with another passphrase; what is damaged within it shows
     *     while it is read
     */
    static SealedInput open(Path path, String passphrase) throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            SealHeader header = SealHeader.read(file.readNBytes(SealHeader.SIZE));
            long size = Files.size(path);
            if (header.length() == 0 || size < header.length()) {
                throw new UnusableBackup(Problem.TRUNCATED);
            }
            if (size > header.length()) {
                throw new UnusableBackup(Problem.DAMAGED);
            }
            return new SealedInput(file, new Seal(header.key(passphrase)), size - SealHeader.SIZE);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, taken);
        read += taken;
        return taken;
    }

    /** Whether there is a byte to hand out. */
    private boolean fill() throws IOException {
        while (read == piece.length) {
            if (left == 0) {
                return false;
            }
            int size = (int) Math.min(left, Seal.PIECE + Seal.TAG);
            byte[] sealed = file.readNBytes(size);
            if (sealed.length < size) {
                throw new UnusableBackup(Problem.TRUNCATED);
            }
            left -= size;
            try {
                piece = seal.open(sealed, size, left == 0);
                read = 0;
            } catch (AEADBadTagException changed) {
                throw new UnusableBackup(Problem.DAMAGED, changed);
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
