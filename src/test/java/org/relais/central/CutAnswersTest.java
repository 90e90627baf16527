package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Answers that end before their end. */
class CutAnswersTest extends BrokenLine {

    @Test
    void nothingIsDeliveredTwice() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            String start = "{\"maxCursor\":9,\"data\":[" + RECORD.formatted(1) + "," + " ".repeat(100_000);
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + start);
            over.await();
        })) {
            LegacyCentral legacy = site.impatient(server.url());
            CentralFailure failure = failure(() -> legacy.centralRecords(0, 5, site.received::add));
            assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(site.received).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        } finally {
            over.countDown();
        }
    }

    @Test
    void theAnswerIsCut() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":\"x\",");
        })) {
            CentralFailure failure = failure(site.legacy(server.url())::site);
            assertThat(failure.code()).isEqualTo(FailureCode.CONNECTION);
            assertThat(failure.detail()).startsWith("the answer broke off: ");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theChunkedAnswerIsCut() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            RawServer.head(connection);
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"id\":\"x\r\n");
        })) {
            assertThat(failure(site.legacy(server.url())::site).code()).isEqualTo(FailureCode.CONNECTION);
        }
    }

    @Test
    void theCompressedAnswerIsCut() throws IOException {
        byte[] whole = gzip("{\"code\":\"idle\",\"message\":\"%s\"}".formatted("m".repeat(5_000)));
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        CentralFailure failure = failureOfCompressed(cut);
        assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(failure.detail()).contains("compressed");
    }

    @Test
    void theCompressedAnswerIsDamaged() throws IOException {
        byte[] damaged = gzip("{\"code\":\"idle\",\"message\":\"\"}");
        damaged[damaged.length - 6] ^= 1;
        assertThat(failureOfCompressed(damaged).code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(failureOfCompressed("not gzip at all".getBytes()).code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
    }

    private CentralFailure failureOfCompressed(byte[] body) {
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.getResponseHeaders().set("content-encoding", "gzip");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        })) {
            return failure(site.legacy(server.url())::status);
        }
    }
}
