package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;

/** Every way in which a connection fails, done by a server that really does it. */
class LineFailuresTest extends BrokenLine {

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        CentralFailure failure = failure(site.legacy(URI.create("http://127.0.0.1:" + port))::site);
        assertThat(failure).isInstanceOf(CentralFailure.Unreachable.class);
        assertThat(failure.code()).isEqualTo(FailureCode.CONNECTION);
        assertThat(failure.server()).isEqualTo(CentralServer.LEGACY);
        assertThat(failure.call()).isEqualTo("GET /sync/v5/site");
        assertThat(failure.detail()).containsIgnoringCase("refused");
        assertThat(site.pauses).hasSize(2);
    }

    @Test
    void noSuchHost() {
        CentralFailure failure = failure(site.legacy(URI.create("http://central.invalid:2048"))::site);
        assertThat(failure.code()).isEqualTo(FailureCode.CONNECTION);
        assertThat(failure.detail()).isEqualTo("unknown host central.invalid");
    }

    @Test
    void aServerWithoutTlsIsCalledWithIt() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.getInputStream().read();
            RawServer.write(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        })) {
            CentralFailure failure = failure(site.legacy(URI.create("https://127.0.0.1:" + server.port()))::site);
            assertThat(failure.code()).isEqualTo(FailureCode.TLS);
            assertThat(site.pauses).isEmpty();
        }
    }

    /** A listening socket with a full queue drops further connections without a word: they time out. */
    @Test
    void connectingTakesTooLong() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, waiting);
            CentralFailure failure =
                    failure(site.impatient(URI.create("http://127.0.0.1:" + full.getLocalPort()))::site);
            assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(failure.detail()).isEqualTo("no connection in time");
            assertThat(site.pauses).hasSize(2);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()), 100);
            } catch (IOException queueIsFull) {
                return;
            }
        }
        throw new AssertionError("the queue never filled");
    }

    @Test
    void theServerNeverAnswers() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> over.await())) {
            CentralFailure failure = failure(site.impatient(server.url())::site);
            assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(failure.detail()).contains("no answer");
            assertThat(server.connections()).isEqualTo(3);
        } finally {
            over.countDown();
        }
    }

    @Test
    void theAnswerStalls() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":");
            over.await();
        })) {
            CentralFailure failure = failure(site.impatient(server.url())::site);
            assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(failure.detail()).contains("the answer stopped");
            assertThat(server.connections()).isEqualTo(3);
        } finally {
            over.countDown();
        }
    }

    /** Only silence counts, not slowness: each byte begins the time anew. */
    @Test
    void aSlowAnswerIsNoStall() throws IOException {
        String body = "{\"code\":\"idle\",\"message\":\"\",\"data\":null}";
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(body.length()));
            for (char c : body.toCharArray()) {
                new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS);
                RawServer.write(connection, String.valueOf(c));
            }
        })) {
            assertThat(site.impatient(server.url()).status().idle()).isTrue();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void somethingElseThanHttpAnswers() throws IOException {
        try (RawServer server =
                new RawServer(connection -> RawServer.write(connection, "SSH-2.0-OpenSSH_9.6\r\n\r\n"))) {
            assertThat(failure(site.legacy(server.url())::site).code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
        }
    }

    @Test
    void theConnectionIsResetBeforeTheAnswer() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.reset(connection);
        })) {
            LegacyCentral legacy = site.legacy(server.url());
            CentralFailure failure = failure(() -> legacy.push(2, records(2, 10)));
            assertThat(failure.code()).isEqualTo(FailureCode.CONNECTION);
            assertThat(failure).isInstanceOf(CentralFailure.Unreachable.class);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    /** What the Open mSupply central server does to 11 MiB, done to 9: larger ones never leave. */
    @Test
    void aLargePushIsResetWhileItIsSent() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            connection.getInputStream().readNBytes(100_000);
            RawServer.reset(connection);
        })) {
            OpenCentral open = site.open(server.url());
            OpenBatch several = new OpenBatch(9, 9, records(9, 1024 * 1024), true);
            CentralFailure failure = failure(() -> open.push(several));
            assertThat(failure).isInstanceOf(CentralFailure.PushCutOff.class);
            assertThat(failure.code()).isEqualTo(FailureCode.CONNECTION);
            assertThat(failure.smallerPushMayPass()).isTrue();
            assertThat(server.connections()).isEqualTo(1);

            OpenBatch one = new OpenBatch(9, 9, records(1, 9 * 1024 * 1024), true);
            CentralFailure alone = failure(() -> open.push(one));
            assertThat(alone).isInstanceOf(CentralFailure.Unreachable.class);
            assertThat(alone.smallerPushMayPass()).isFalse();
        }
    }

    /** A server may say 413 at once and close, while the body is still on its way. */
    @Test
    void aLargePushIsRefusedWhileItIsSent() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(
                    connection, "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            connection.getInputStream().readNBytes(1_000_000);
        })) {
            OpenCentral open = site.open(server.url());
            OpenBatch several = new OpenBatch(9, 9, records(9, 1024 * 1024), true);
            assertThat(failure(() -> open.push(several)).smallerPushMayPass()).isTrue();
        }
    }

    @Test
    void anInterruptedThreadStopsWaiting() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            asked.countDown();
            over.await();
        })) {
            LegacyCentral legacy = site.legacy(server.url());
            List<CentralFailure> failures = new ArrayList<>();
            Thread run = Thread.ofVirtual().start(() -> failures.add(failure(legacy::site)));
            asked.await();
            run.interrupt();
            run.join(Duration.ofSeconds(10));
            assertThat(failures).singleElement().isInstanceOf(CentralFailure.Stopped.class);
            assertThat(failures.getFirst().code()).isEqualTo(FailureCode.CANCELLED);
        } finally {
            over.countDown();
        }
    }
}
