package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** Whatever is waited for, a cancel ends it: by itself each of these would take minutes. */
class CancellationTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n";

    private final CentralServers servers = new CentralServers(
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            Pause.sleeping(),
            TestSite.trusted());
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch reached = new CountDownLatch(1);

    @AfterEach
    void close() {
        servers.close();
    }

    @Test
    void whileConnecting() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LineFailuresTest.fill(full, waiting);
            reached.countDown();
            cancelled(URI.create("http://127.0.0.1:" + full.getLocalPort()), LegacyCentral::site);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void whileTheHandshakeHangs() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.getInputStream().read();
            hang(connection);
        })) {
            cancelled(URI.create("https://127.0.0.1:" + server.port()), LegacyCentral::site);
        }
    }

    @Test
    void whileALargeBodyIsSent() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(9_000_000) + "\"}";
        List<OutgoingRecord> records =
                List.of(new OutgoingRecord(1, new WireRecord(new RecordKey("item", "i"), Action.UPSERT, large)));
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            hang(connection);
        })) {
            cancelled(server.url(), legacy -> legacy.push(1, records));
        }
    }

    @Test
    void whileTheFirstByteIsWaitedFor() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            hang(connection);
        })) {
            cancelled(server.url(), LegacyCentral::site);
        }
    }

    @Test
    void whileTheAnswerIsSilent() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, HEAD + "{\"maxCursor\":1,\"data\":[");
            hang(connection);
        })) {
            cancelled(server.url(), legacy -> legacy.centralRecords(0, 5, record -> {}));
        }
    }

    @Test
    void whileTheAnswerTrickles() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, HEAD + "{\"maxCursor\":1,\"data\":[");
            reached.countDown();
            while (true) {
                RawServer.write(connection, " ");
                LockSupport.parkNanos(100_000_000);
            }
        })) {
            cancelled(server.url(), legacy -> legacy.centralRecords(0, 5, record -> {}));
        }
    }

    @Test
    void whileABombIsReadThatNeverWaits() throws Exception {
        byte[] bomb = Bombs.zipped("{\"x\":\"", "x", 400, "");
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.getResponseHeaders().set("content-encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            reached.countDown();
            exchange.getResponseBody().write(bomb);
        })) {
            cancelled(server.url(), legacy -> legacy.centralRecords(0, 5, record -> {}));
        }
    }

    @Test
    void betweenTwoAttempts() throws Exception {
        AtomicInteger pauses = new AtomicInteger();
        Pause endless = length -> {
            pauses.incrementAndGet();
            reached.countDown();
            Thread.sleep(Duration.ofMinutes(5));
        };
        try (RawServer server = new RawServer(RawServer::reset);
                CentralServers patient =
                        new CentralServers(Wire.CONNECT_TIMEOUTS, Duration.ofMinutes(5), endless, TestSite.trusted())) {
            stopped(() -> patient.legacy(TestSite.credentials(server.url()), new Errand(cancellation))
                    .site());
            assertThat(pauses).hasValue(1);
        }
    }

    @Test
    void whileAServerIsGivenTime() throws Exception {
        Patience patience = new Patience(System::nanoTime, length -> {
            reached.countDown();
            Thread.sleep(Duration.ofMinutes(5));
        });
        stopped(() -> patience.until(cancellation, CentralServer.LEGACY, Patience.INITIALISATION, () -> false));
    }

    /** What comes after it is not even begun, and no mark is left for whoever works with the database next. */
    @Test
    void nothingIsAskedAfterwards() {
        try (ScriptedServer server = ScriptedServer.answering(200, "{}")) {
            cancellation.cancel();

            assertThat(TestSite.failure(
                            servers.legacy(TestSite.credentials(server.url()), new Errand(cancellation))::site))
                    .isInstanceOf(CentralFailure.Stopped.class);

            assertThat(server.asked()).isEmpty();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private void cancelled(URI url, Consumer<LegacyCentral> call) throws InterruptedException {
        stopped(() -> call.accept(servers.legacy(TestSite.credentials(url), new Errand(cancellation))));
    }

    private void stopped(Runnable waiting) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> marked = new AtomicReference<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                waiting.run();
            } catch (RuntimeException e) {
                thrown.set(e);
            }
            marked.set(Thread.currentThread().isInterrupted());
        });
        reached.await();

        cancellation.cancel();

        assertThat(thread.join(SOON)).isTrue();
        assertThat(thrown.get()).isInstanceOf(CentralFailure.Stopped.class);
        assertThat(marked.get()).isFalse();
    }

    private void hang(Socket connection) throws InterruptedException {
        reached.countDown();
        new CountDownLatch(1).await();
    }
}
