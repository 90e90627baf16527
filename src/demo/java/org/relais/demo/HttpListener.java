package org.relais.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.relais.catalogue.CentralServer;

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

    private static final long USUAL_REFUSAL_MILLIS = 10_000;
    private static final int STALL_LOOK_MILLIS = 50;

    private final CentralServer server;
    private final Faults faults;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private final Map<String, Answer> repeated = new ConcurrentHashMap<>();
    private volatile BiConsumer<CentralServer, String> watcher = (called, path) -> {};
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

    /** From now on this is told of each call before it is answered, which waits for it. */
    void watch(BiConsumer<CentralServer, String> other) {
        watcher = other;
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
            RequestReader in = new RequestReader(connection.getInputStream());
            AnswerWriter out = new AnswerWriter(connection.getOutputStream());
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

    private boolean serveOne(Socket connection, RequestReader in, AnswerWriter out) throws IOException {
        String head = in.line();
        if (head == null) {
            return false;
        }
        String[] words = head.split(" ");
        // A browser's or a program's attempt to speak TLS may by chance have three words, and no end that could be
        // waited for.
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            out.write(Answer.empty(400).header("Connection", "close"), false);
            return false;
        }
        Map<String, String> headers = in.headers();
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.askForBody();
        }
        Request request = Request.of(words[0], words[1], headers, in.body(headers));
        watcher.accept(server, request.path());
        Optional<Faults.Active> struck = server == null ? Optional.empty() : faults.strike(server, request.path());
        if (struck.isPresent()) {
            return fail(struck.get(), request, connection, out);
        }
        Answer answer = answer(request);
        out.write(answer, request.acceptsGzip());
        return goOn(request, answer);
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
    private static boolean goOn(Request request, Answer answer) throws IOException {
        if (answer.last() || request.header("connection").equalsIgnoreCase("close")) {
            return false;
        }
        request.content().transferTo(OutputStream.nullOutputStream());
        return true;
    }

    private boolean fail(Faults.Active active, Request request, Socket connection, AnswerWriter out)
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
                request.content().readNBytes(1024);
                connection.setSoLinger(true, 0);
                return false;
            }
            default -> {
                // the others say something
            }
        }
        Answer instead = FaultAnswers.instead(fault, request);
        Answer answer = instead == null ? right(active, request) : instead;
        switch (fault.kind()) {
            case CUT_BODY -> {
                out.writeHalf(answer);
                return false;
            }
            case CUT_GZIP -> out.writeHalfOfGzip(answer);
            case NO_OPEN_SERVER -> out.write(FaultAnswers.withoutOpenServer(answer), request.acceptsGzip());
            case WRONG_TYPE -> out.write(FaultAnswers.wrongType(answer), request.acceptsGzip());
            default -> out.write(answer, request.acceptsGzip());
        }
        return goOn(request, answer);
    }

    /** The right answer, or one that was right once. */
    private Answer right(Faults.Active active, Request request) throws IOException {
        return switch (active.fault().kind()) {
            case TWICE -> {
                byte[] body = request.content().readAllBytes();
                answer(request.content(new ByteArrayInputStream(body)));
                yield answer(request.content(new ByteArrayInputStream(body)));
            }
            case REPEATED -> {
                String call = active.id() + " " + request.method() + " " + request.path();
                Answer before = repeated.get(call);
                Answer answer = before == null ? answer(request) : before;
                repeated.putIfAbsent(call, answer);
                yield answer;
            }
            default -> answer(request);
        };
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
}
