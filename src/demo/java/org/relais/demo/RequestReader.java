package org.relais.demo;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.relais.demo.district.Bytes;

/** Reads requests from a connection, one behind the other. */
final class RequestReader {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final InputStream in;

    RequestReader(InputStream connection) {
        in = new BufferedInputStream(connection, BUFFER);
    }

    /** The headers up to the empty line, by name in lower case. */
    Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    /** One line without its end; null at the end of the stream. */
    String line() throws IOException {
        Bytes line = new Bytes(256);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return line.length() == 0 ? null : line.toString();
            }
            if (line.length() > LONGEST_HEAD) {
                throw new IOException("header too long");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** The body that follows these headers; read as it is asked for. */
    InputStream body(Map<String, String> headers) {
        return new Body(headers);
    }

    /** A body: so many bytes, or chunks. */
    private final class Body extends InputStream {
        private final boolean chunked;
        private long left;
        private boolean ended;

        private Body(Map<String, String> headers) {
            chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
            String length = headers.getOrDefault("content-length", "0");
            left = chunked || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0 && chunked && !ended) {
                nextChunk();
            }
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("the request's body ended early");
            }
            left -= read;
            if (left == 0 && chunked) {
                line();
            }
            return read;
        }

        private void nextChunk() throws IOException {
            String size = line();
            if (size == null) {
                throw new EOFException("the request's body ended early");
            }
            left = Long.parseLong(size.split(";")[0].trim(), 16);
            if (left == 0) {
                ended = true;
                line();
            }
        }
    }
}
