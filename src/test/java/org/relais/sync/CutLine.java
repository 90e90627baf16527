package org.relais.sync;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a database server, which can be cut: its connections end, and new ones are refused until it is mended. */
final class CutLine implements AutoCloseable {

    private static final String JDBC = "jdbc:";

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    CutLine(String url) throws IOException {
        this.server = URI.create(url.substring(JDBC.length()));
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The JDBC address by which the database is reached through this line. */
    String url() {
        return JDBC + server.toString().replace(server.getAuthority(), "127.0.0.1:" + door.getLocalPort());
    }

    void cut() {
        cut = true;
        open.forEach(CutLine::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                if (cut) {
                    end(here);
                    continue;
                }
                Socket there = new Socket(server.getHost(), server.getPort());
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(here, there));
                Thread.ofVirtual().start(() -> pass(there, here));
            } catch (IOException e) {
                // The line was closed, or the server does not listen: whoever called finds out.
                continue;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two ended, or the line was cut.
            return;
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
