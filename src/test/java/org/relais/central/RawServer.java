package org.relais.central;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server below HTTP, for what an HTTP server would never do. Every connection gets the same treatment. */
final class RawServer implements AutoCloseable {

    /** Does something to a connection; it is closed afterwards. */
    @FunctionalInterface
    interface Treatment {
        void treat(Socket connection) throws Exception;
    }

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(Treatment treatment) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), treatment);
    }

    RawServer(ServerSocket socket, Treatment treatment) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> accept(treatment));
    }

    private void accept(Treatment treatment) {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> {
                    try (connection) {
                        treatment.treat(connection);
                    } catch (Exception expected) {
                        // The other end gives up, which is what most tests here provoke.
                    }
                });
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** Reads a request's head; its body stays unread. */
    static String head(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new SocketException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    /** Resets the connection instead of closing it in order. */
    static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return socket.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
