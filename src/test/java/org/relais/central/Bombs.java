package org.relais.central;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bodies of answers that are small on the line and large when they are read, as {@code content-encoding: gzip}. */
public final class Bombs {

    private static final int MEGABYTE = 1024 * 1024;

    private Bombs() {}

    /** Writes a body's pieces. */
    @FunctionalInterface
    public interface Pieces {
        void write(OutputStream out) throws IOException;
    }

    /** The body, compressed. */
    public static byte[] zipped(Pieces pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BufferedOutputStream(new QuickGzip(bytes), 64 * 1024)) {
            pieces.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Gigabytes go through it, and how small they become is the same to whoever reads them. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** A text between two others, so many megabytes long. */
    public static byte[] zipped(String before, String repeated, int megabytes, String after) {
        return zipped(out -> {
            write(out, before);
            repeat(out, repeated, megabytes);
            write(out, after);
        });
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    public static void repeat(OutputStream out, String text, int megabytes) throws IOException {
        byte[] many = text.repeat(1 + 64 * 1024 / text.length()).getBytes(StandardCharsets.UTF_8);
        for (long left = (long) megabytes * MEGABYTE; left > 0; left -= many.length) {
            out.write(many);
        }
    }
}
