package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers of any size need little memory; what would need much is refused. */
class LargeAnswersTest {

    @RegisterExtension
    final TestSite site = new TestSite();

    /** Writes the pieces of an answer. */
    @FunctionalInterface
    interface Pieces {
        void write(OutputStream out) throws IOException;
    }

    /** 200 MB are read by a process that has 32 MB in all. */
    @Test
    void theHeapDoesNotGrowWithTheAnswer() throws Exception {
        int records = 200_000;
        byte[] filler = ("\"},\"note\":\"" + "x".repeat(950)).getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = new ScriptedServer(exchange -> compressed(exchange, out -> {
            write(out, "{\"maxCursor\":" + records + ",\"data\":[");
            for (int i = 0; i < records; i++) {
                write(out, (i == 0 ? "" : ",") + "{\"ID\":" + (i + 1) + ",\"recordData\":{\"ID\":\"" + i);
                out.write(filler);
                write(out, "\",\"tableName\":\"item_line\",\"recordId\":\"" + i + "\",\"action\":\"insert\"}");
            }
            write(out, "]}");
        }))) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallReader.class.getName(),
                            server.url().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            reader.waitFor();
            assertThat(said).contains("handed on " + records);
        }
    }

    @Test
    void aPluginBundlePasses() {
        int size = 30 * 1024 * 1024;
        try (ScriptedServer server = new ScriptedServer(exchange -> compressed(exchange, out -> {
            write(out, "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"tableName\":\"frontend_plugin\",\"recordId\":\"p\",");
            write(out, "\"action\":\"insert\",\"recordData\":{\"bundle\":\"");
            repeat(out, "b", size);
            write(out, "\"}}]}");
        }))) {
            site.legacy(server.url()).centralRecords(0, 1, site.received::add);
            assertThat(site.received.getFirst().data()).hasSize(size + "{\"bundle\":\"\"}".length());
        }
    }

    @Test
    void absurdDepthIsRefused() {
        assertUnreadable("depth", out -> {
            write(out, "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"recordData\":");
            repeat(out, "[", 1024 * 1024);
        });
        assertUnreadable("depth", out -> {
            write(out, "{\"unknown\":");
            repeat(out, "{\"a\":", 1024 * 1024);
        });
    }

    private void assertUnreadable(String detail, Pieces pieces) {
        try (ScriptedServer server = new ScriptedServer(exchange -> compressed(exchange, pieces))) {
            LegacyCentral legacy = site.legacy(server.url());
            CentralFailure failure = failure(() -> legacy.centralRecords(0, 5, site.received::add));
            assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
            assertThat(failure.detail()).contains(detail);
            assertThat(site.received).isEmpty();
        }
    }

    private static void compressed(HttpExchange exchange, Pieces pieces) throws IOException {
        exchange.getResponseHeaders().set("content-encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(exchange.getResponseBody()), 64 * 1024)) {
            pieces.write(out);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void repeat(OutputStream out, String text, int size) throws IOException {
        byte[] many = text.repeat(16 * 1024).getBytes(StandardCharsets.UTF_8);
        for (int written = 0; written < size; written += many.length) {
            out.write(many, 0, Math.min(many.length, size - written));
        }
    }

    /** A process of its own with little memory: reads a page and forgets each record at once. */
    static final class SmallReader {

        public static void main(String[] url) {
            try (CentralServers servers = new CentralServers(Duration.ofSeconds(60))) {
                long[] count = {0};
                CentralPage page = servers.legacy(TestSite.credentials(URI.create(url[0])))
                        .centralRecords(0, 5_000, record -> count[0]++);
                System.out.printf("handed on %d of %d%n", count[0], page.maxCursor());
            }
        }
    }
}
