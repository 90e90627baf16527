package org.relais.central;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipException;

/** An answer whose head has arrived and whose body is read, decompressed, while it arrives. */
final class Answer implements Closeable {

    private static final int BUFFER = 32 * 1024;
    private static final int LONGEST_TEXT = 64 * 1024;
    private static final int MOST_BLANKS = 1024;

    private final Call call;
    private final HttpResponse<IncomingBody> response;
    private MeteredStream body;

    Answer(Call call, HttpResponse<IncomingBody> response) {
        this.call = call;
        this.response = response;
    }

    Call call() {
        return call;
    }

    int status() {
        return response.statusCode();
    }

    boolean succeeded() {
        return status() / 100 == 2;
    }

    /** A header's first value, or an empty text. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The decompressed body; the same stream at each call. */
    MeteredStream body() throws IOException {
        if (body == null) {
            body = new MeteredStream(new BufferedInputStream(decoded(), BUFFER));
        }
        return body;
    }

    private InputStream decoded() throws IOException {
        String encoding = header("content-encoding").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> response.body();
            case "gzip", "x-gzip" -> new Gunzip(response.body());
            default -> throw new UnexpectedAnswer("compressed in a way that was not asked for: " + encoding);
        };
    }

    /** Whether this is a page for people: it says so, or it begins as one. Looks at the body without consuming it. */
    boolean isWebPage() throws IOException {
        return header("content-type").toLowerCase(Locale.ROOT).startsWith("text/html") || beginsWithTag();
    }

    private boolean beginsWithTag() throws IOException {
        if (status() == 204) {
            return false;
        }
        InputStream start = body();
        start.mark(MOST_BLANKS + 1);
        int first = start.read();
        for (int blanks = 0; blanks < MOST_BLANKS && isBlank(first); blanks++) {
            first = start.read();
        }
        start.reset();
        return first == '<';
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /** The beginning of the body as text, for an answer that reports an error: what can be read of it. */
    String text() throws IOException {
        try {
            return new String(body().readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip();
        } catch (ZipException | EOFException e) {
            return "";
        }
    }

    /** Reads what is left after the answer proper, so that the connection can serve the next call. */
    void drain() throws IOException {
        byte[] rest = new byte[BUFFER];
        long left = MOST_BLANKS;
        int count = 0;
        while (left > 0 && count >= 0) {
            count = response.body().read(rest);
            left -= Math.max(count, 0);
        }
    }

    @Override
    public void close() {
        response.body().close();
    }
}
