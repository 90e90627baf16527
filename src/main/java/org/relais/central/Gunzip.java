package org.relais.central;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A compressed answer, decompressed. Compressed nothing, again and again, is legal and endless, and the JDK's stream goes one call
 * deeper for each of it: what goes in without anything coming out is limited.
 */
final class Gunzip extends GZIPInputStream {

    private static final int BUFFER = 8 * 1024;
    private static final int MOST_WITHOUT_EFFECT = 2 * BUFFER;

    private final Source source;

    Gunzip(InputStream compressed) throws IOException {
        this(new Source(compressed));
    }

    private Gunzip(Source source) throws IOException {
        super(source, BUFFER);
        this.source = source;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        source.withoutEffect = 0;
        return count;
    }

    private static final class Source extends FilterInputStream {

        private int withoutEffect;

        Source(InputStream compressed) {
            super(compressed);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws ZipException {
            withoutEffect += bytes;
            if (withoutEffect > MOST_WITHOUT_EFFECT) {
                throw new ZipException("nothing comes out of it");
            }
        }
    }
}
