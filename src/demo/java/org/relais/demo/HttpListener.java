package org.relais.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.relais.catalogue.CentralServer;
import org.relais.demo.district.Bytes;

/**
 * A small HTTP/1.1 server on the loopback address, one virtual thread for each connection. It exists because faults happen
 * on the socket: a port that is closed for a while, a body cut in the middle, a connection reset while something is being
 * sent are out of reach behind a ready-made server.
 */
final class HttpListener implements AutoCloseable {
    /** Answers a request; its failures become a 500. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Request request) throws IOException;
    }

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final long USUAL_REFUSAL_MILLIS = 10_000;
    private static final int STALL_LOOK_MILLIS = 50;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final CentralServer server;
    private final Faults faults;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket socket;
    private volatile Thread acceptor;
    private volatile boolean closed;

    /**
     * @param server the server whose faults strike here, or null for none
     * @param port 0 for any that is free
     */
    HttpListener(CentralServer server, int port, Faults faults, Handler handler) throws IOException {
        this.server = server;
        this.faults = faults;
        this.handler = handler;
        socket = listen(port);
        this.port = socket.getLocalPort();
        startAccepting();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        closed = true;
        shut();
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException("port " + port + " of the demonstration cannot be opened: " + e.getMessage(), e);
        }
    }

    private void startAccepting() {
        ServerSocket listening = socket;
        acceptor = Thread.ofVirtual().name("demo-accept-" + port).start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                Thread.ofVirtual().name("demo-" + port).start(() -> serve(connection));
            } catch (IOException e) {
                closeQuietly(listening);
            }
        }
    }

    /** Closes the port and every connection for a while. */
    private void refuse(long millis) {
        shut();
        Thread.ofVirtual().name("demo-reopen-" + port).start(() -> {
            pause(millis);
            reopen();
        });
    }

    private synchronized void reopen() {
        try {
            if (!closed && socket.isClosed()) {
                socket = listen(port);
                startAccepting();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port is closed in truth only when nobody waits on it any more; until then connections would slip in. */
    private synchronized void shut() {
        closeQuietly(socket);
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(HttpListener::closeQuietly);
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 64 * 1024);
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 64 * 1024);
            while (serveOne(connection, in, out)) {
                out.flush();
            }
            out.flush();
        } catch (IOException e) {
            closeQuietly(connection);
        } finally {
            connections.remove(connection);
        }
    }

    private boolean serveOne(Socket connection, InputStream in, OutputStream out) throws IOException {
        String head = line(in);
        if (head == null) {
            return false;
        }
        String[] words = head.split(" ");
        if (words.length != 3) {
            write(out, Answer.empty(400).header("Connection", "close"), false);
            return false;
        }
        Map<String, String> headers = headers(in);
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        Body body = new Body(in, headers);
        Request request = Request.of(words[0], words[1], headers, body);
        Optional<Faults.Active> struck = server == null ? Optional.empty() : faults.strike(server, request.path());
        if (struck.isPresent()) {
            return fail(struck.get(), request, body, connection, out);
        }
        Answer answer = answer(request);
        write(out, answer, request.acceptsGzip());
        return goOn(request, answer, body);
    }

    private Answer answer(Request request) throws IOException {
        try {
            return handler.answer(request);
        } catch (Request.TooLarge e) {
            return Answer.text(413, e.getMessage()).header("Connection", "close");
        } catch (RuntimeException e) {
            return Answer.text(500, "The demonstration failed: " + e).header("Connection", "close");
        }
    }

    /** What of the request's body was not wanted has to be read before the next request can be. */
    private static boolean goOn(Request request, Answer answer, Body body) throws IOException {
        if (answer.last() || request.header("connection").equalsIgnoreCase("close")) {
            return false;
        }
        body.skipRest();
        return true;
    }

    private boolean fail(Faults.Active active, Request request, Body body, Socket connection, OutputStream out)
            throws IOException {
        Fault fault = active.fault();
        switch (fault.kind()) {
            case REFUSE -> {
                refuse(fault.millis() == 0 ? USUAL_REFUSAL_MILLIS : fault.millis());
                return false;
            }
            case DELAY -> pause(fault.millis());
            case STALL -> {
                stall(active);
                return false;
            }
            case RESET -> {
                body.readNBytes(1024);
                connection.setSoLinger(true, 0);
                return false;
            }
            default -> {
                // the others say something
            }
        }
        Answer instead = FaultAnswers.instead(fault, request);
        Answer answer = instead == null ? answer(request) : instead;
        switch (fault.kind()) {
            case CUT_BODY -> {
                byte[] whole = answer.body().toByteArray();
                head(out, answer.header("Content-Length", String.valueOf(whole.length + 1)));
                out.write(whole, 0, whole.length / 2);
                return false;
            }
            case CUT_GZIP -> {
                byte[] packed = gzip(answer.body());
                int half = packed.length / 2;
                head(out, answer.header("Content-Encoding", "gzip").header("Content-Length", String.valueOf(half)));
                out.write(packed, 0, half);
            }
            case NO_OPEN_SERVER -> write(out, FaultAnswers.withoutOpenServer(answer), request.acceptsGzip());
            case WRONG_TYPE -> write(out, FaultAnswers.wrongType(answer), request.acceptsGzip());
            default -> write(out, answer, request.acceptsGzip());
        }
        return goOn(request, answer, body);
    }

    private void stall(Faults.Active active) {
        long millis = active.fault().millis();
        for (long waited = 0; !closed && faults.isActive(active.id()); waited += STALL_LOOK_MILLIS) {
            if (millis > 0 && waited >= millis) {
                return;
            }
            pause(STALL_LOOK_MILLIS);
        }
    }

    private static void write(OutputStream out, Answer answer, boolean gzip) throws IOException {
        if (answer.compressed() && gzip) {
            head(out, answer.header("Content-Encoding", "gzip").header("Transfer-Encoding", "chunked"));
            byte[] packed = gzip(answer.body());
            out.write(Integer.toHexString(packed.length).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
            out.write(packed);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        boolean bodyless = answer.status() == 204;
        head(
                out,
                bodyless
                        ? answer
                        : answer.header(
                                "Content-Length", String.valueOf(answer.body().length())));
        answer.body().writeTo(out, 0, answer.body().length());
    }

    private static void head(OutputStream out, Answer answer) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ');
        head.append(reason(answer.status())).append("\r\n");
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

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
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
    private static String line(InputStream in) throws IOException {
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

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception ignored) {
            // what cannot be closed is closed already
        }
    }

    /** A request's body: so many bytes, or chunks. */
    private static final class Body extends InputStream {
        private final InputStream in;
        private final boolean chunked;
        private long left;
        private boolean ended;

        private Body(InputStream in, Map<String, String> headers) {
            this.in = in;
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
                line(in);
            }
            return read;
        }

        private void nextChunk() throws IOException {
            String size = line(in);
            if (size == null) {
                throw new EOFException("the request's body ended early");
            }
            left = Long.parseLong(size.split(";")[0].trim(), 16);
            if (left == 0) {
                ended = true;
                line(in);
            }
        }

        private void skipRest() throws IOException {
            transferTo(OutputStream.nullOutputStream());
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
