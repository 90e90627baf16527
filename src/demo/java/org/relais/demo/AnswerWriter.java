package org.relais.demo;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.relais.demo.district.Bytes;

/** Writes answers to a connection, and the broken ones that faults ask for. */
final class AnswerWriter {
    private static final int BUFFER = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;

    AnswerWriter(OutputStream connection) {
        out = new BufferedOutputStream(connection, BUFFER);
    }

    /** Tells somebody who waits for leave to send a body to do so. */
    void askForBody() throws IOException {
        out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    /**
     * Writes a whole answer.
     *
     * @param gzip whether the other side takes gzip
     */
    void write(Answer answer, boolean gzip) throws IOException {
        boolean bodyless = answer.status() == 204;
        if (answer.compressed() && gzip && !bodyless) {
            head(answer.header("Content-Encoding", "gzip").header("Transfer-Encoding", "chunked"));
            byte[] packed = gzip(answer.body());
            out.write(Integer.toHexString(packed.length).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
            out.write(packed);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        head(
                bodyless
                        ? answer
                        : answer.header(
                                "Content-Length", String.valueOf(answer.body().length())));
        answer.body().writeTo(out, 0, answer.body().length());
    }

    /** Half of the body of an answer that promises all of it, and a byte more. */
    void writeHalf(Answer answer) throws IOException {
        byte[] whole = answer.body().toByteArray();
        head(answer.header("Content-Length", String.valueOf(whole.length + 1)));
        out.write(whole, 0, whole.length / 2);
    }

    /** Gzip that ends in the middle, in an answer that is otherwise whole. */
    void writeHalfOfGzip(Answer answer) throws IOException {
        byte[] packed = gzip(answer.body());
        int half = packed.length / 2;
        head(answer.header("Content-Encoding", "gzip").header("Content-Length", String.valueOf(half)));
        out.write(packed, 0, half);
    }

    private void head(Answer answer) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ');
        head.append(reason(answer.status())).append("\r\n");
        // As real servers do; the doctor compares clocks by it.
        head.append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .append("\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(Bytes body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length() / 4 + 64);
        try (GZIPOutputStream gzip = new FastGzip(packed)) {
            body.writeTo(gzip, 0, body.length());
        }
        return packed.toByteArray();
    }

    /** Loopback and slow machines: speed counts for more than the last tenth of the size. */
    private static final class FastGzip extends GZIPOutputStream {
        private FastGzip(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** The words behind the status numbers. */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Payload Too Large";
            default -> status < 500 ? "Status" : "Server Error";
        };
    }
}
