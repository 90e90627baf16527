package org.relais.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a server, as thin and as broken as one likes: so many bytes a second, so late, and cut when told. What is cut ends at once,
 * and whoever connects meanwhile is turned away.
 */
public final class ThinLine implements AutoCloseable {

    private static final int PIECE = 1024;

    private final URI server;
    private final long bytesPerSecond;
    private final long delayNanos;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Pace toServer = new Pace();
    private final Pace toSite = new Pace();
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean cut;
    private volatile long cutAfter = Long.MAX_VALUE;

    /**
     * @param server where the line leads
     * @param bytesPerSecond in each direction, at least 1
     * @param roundTrip how long an answer is under way at least
     */
    public ThinLine(URI server, long bytesPerSecond, Duration roundTrip) {
        this.server = server;
        this.bytesPerSecond = bytesPerSecond;
        this.delayNanos = roundTrip.toNanos() / 2;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::serve);
    }

    /** A line that only ever breaks. */
    public static ThinLine wide(URI server) {
        return new ThinLine(server, Long.MAX_VALUE, Duration.ZERO);
    }

    /** The server's address at this end of the line. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on nothing passes. */
    public void cut() {
        cut = true;
        open.forEach(ThinLine::end);
    }

    /** Cuts it when so many more bytes have come to the site, in the middle of whatever that is. */
    public void cutAfter(long bytes) {
        cutAfter = received() + bytes;
    }

    /** The line is back. */
    public void mend() {
        cutAfter = Long.MAX_VALUE;
        cut = false;
    }

    public boolean isCut() {
        return cut;
    }

    /** Bytes that came to the site. */
    public long received() {
        return toSite.bytes.get();
    }

    /** Bytes that went to the server. */
    public long sent() {
        return toServer.bytes.get();
    }

    /** How often somebody connected, those that were turned away included. */
    public long connections() {
        return connections.get();
    }

    private Void serve() throws IOException {
        while (true) {
            Socket site = door.accept();
            connections.incrementAndGet();
            if (cut) {
                end(site);
            } else {
                threads.submit(() -> connect(site));
            }
        }
    }

    private Void connect(Socket site) throws IOException {
        Socket far = new Socket(server.getHost(), server.getPort());
        open.add(site);
        open.add(far);
        if (cut) {
            end(site);
            end(far);
        }
        pass(site, far, toServer);
        pass(far, site, toSite);
        return null;
    }

    private void pass(Socket from, Socket to, Pace pace) {
        BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
        threads.submit(() -> {
            byte[] buffer = new byte[PIECE];
            int count;
            try (InputStream in = from.getInputStream()) {
                while ((count = in.read(buffer)) >= 0) {
                    underWay.add(new Piece(Arrays.copyOf(buffer, count), System.nanoTime() + delayNanos));
                }
            } finally {
                underWay.add(Piece.LAST);
            }
            return null;
        });
        threads.submit(() -> {
            try (from;
                    to) {
                for (Piece piece = underWay.take(); piece != Piece.LAST; piece = underWay.take()) {
                    TimeUnit.NANOSECONDS.sleep(piece.at() - System.nanoTime());
                    pace.await(piece.bytes().length);
                    to.getOutputStream().write(piece.bytes());
                    if (received() >= cutAfter) {
                        cut();
                    }
                }
            } finally {
                open.remove(from);
                open.remove(to);
            }
            return null;
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        end(door);
        threads.shutdownNow();
    }

    private static void end(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param at when it arrives at the other end, if the line is free */
    private record Piece(byte[] bytes, long at) {

        static final Piece LAST = new Piece(new byte[0], 0);
    }

    /** One direction, which all connections share. */
    private final class Pace {

        private final AtomicLong bytes = new AtomicLong();
        private long free = System.nanoTime();

        void await(int count) throws InterruptedException {
            bytes.addAndGet(count);
            long pause;
            synchronized (this) {
                long now = System.nanoTime();
                free = Math.max(free, now) + (long) (count * 1e9 / bytesPerSecond);
                pause = free - now;
            }
            TimeUnit.NANOSECONDS.sleep(pause);
        }
    }
}
