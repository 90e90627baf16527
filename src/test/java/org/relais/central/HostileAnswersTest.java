package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.WireRecord;

/** Whatever a server answers, a process with 64 MB reads it to an end: as records, as records without their text, as a failure. */
class HostileAnswersTest {

    private static final String RECORD = "\"tableName\":\"item\",\"recordId\":\"r\",\"action\":\"update\"";
    private static final String LOG = "{\"maxCursor\":9,\"data\":[{\"ID\":1," + RECORD + ",\"recordData\":";
    private static final String GOOD = "},{\"ID\":2," + RECORD + ",\"recordData\":{}}]}";
    private static final String ASIDE = "1 records, 1 too large";

    private final Map<String, byte[]> answers = new LinkedHashMap<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    @Test
    void noAnswerEndsTheProcess() throws Exception {
        documents();
        records();
        envelopes();
        compression();

        List<ScriptedServer> servers = new ArrayList<>();
        try {
            List<String> arguments = new ArrayList<>();
            for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
                ScriptedServer server = new ScriptedServer(exchange -> {
                    exchange.getResponseHeaders().set("content-encoding", "gzip");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(answer.getValue());
                    }
                });
                servers.add(server);
                arguments.add(answer.getKey() + "=" + server.url());
            }
            assertThat(said(arguments))
                    .containsExactlyElementsOf(expected.entrySet().stream()
                            .map(expectation -> expectation.getKey() + ": " + expectation.getValue())
                            .toList());
        } finally {
            servers.forEach(ScriptedServer::close);
        }
    }

    /** What is read as a tree. */
    private void documents() {
        byte[] lists = Bombs.zipped("{\"x\":[[]", ",[]", 60, "]}");
        byte[] text = Bombs.zipped("{\"x\":\"", "x", 60, "\"}");
        byte[] error = Bombs.zipped("{\"error\":{\"code\":\"", "x", 60, "\"}}");
        for (String call : List.of("site", "status", "initialise", "push", "login")) {
            expect(call + " many lists", "unreadable-answer", lists);
            expect(call + " long text", "unreadable-answer", text);
            expect(call + " error", "unreadable-answer", error);
        }
    }

    private void records() {
        for (int size : List.of(30, 60)) {
            expect("log text of " + size, ASIDE, Bombs.zipped(LOG + "{\"a\":\"", "0", size, "\"}" + GOOD));
        }
        expect("log rare characters", ASIDE, Bombs.zipped(LOG + "{\"a\":\"", "😀漢é", 60, "\"}" + GOOD));
        expect("log escapes", ASIDE, Bombs.zipped(LOG + "{\"a\":\"", "\\u00e9\\\"\\\\", 60, "\"}" + GOOD));
        expect("log key", ASIDE, Bombs.zipped(LOG + "{\"", "k", 60, "\":1}" + GOOD));
        expect("log number", ASIDE, Bombs.zipped(LOG + "{\"a\":1", "0", 60, "}" + GOOD));
        expect("log lists", ASIDE, Bombs.zipped(LOG + "{\"a\":[[]", ",[]", 60, "]}" + GOOD));
        expect("log blanks", "2 records, 0 too large", Bombs.zipped(LOG + "{\"a\":", " \n", 100, "1}" + GOOD));
        expect("log depth", "unreadable-answer", Bombs.zipped(LOG, "[", 1, GOOD));
        expect("log distinct keys", ASIDE, Bombs.zipped(out -> {
            Bombs.write(out, LOG + "{\"a\":1");
            for (int i = 0; i < 4_000_000; i++) {
                Bombs.write(out, ",\"k" + i + "\":1");
            }
            Bombs.write(out, "}" + GOOD);
        }));
        expect("log distinct keys in many records", "60 records, 0 too large", Bombs.zipped(out -> {
            Bombs.write(out, "{\"maxCursor\":60,\"data\":[");
            for (int i = 1; i <= 60; i++) {
                Bombs.write(out, (i == 1 ? "" : ",") + "{\"ID\":" + i + "," + RECORD + ",\"recordData\":{\"a\":1");
                for (int key = 0; key < 20; key++) {
                    Bombs.write(out, ",\"" + i + "-" + key + "k".repeat(100_000) + "\":1");
                }
                Bombs.write(out, "}}");
            }
            Bombs.write(out, "]}");
        }));
        expect("log data twice", "2 records, 0 too large", Bombs.zipped(out -> {
            Bombs.write(out, LOG);
            for (int i = 0; i < 10; i++) {
                Bombs.write(out, "{\"a\":\"" + "x".repeat(5_000_000) + "\"},\"recordData\":");
            }
            Bombs.write(out, "{}" + GOOD);
        }));
        expect(
                "queue text",
                ASIDE,
                Bombs.zipped(
                        "{\"queueLength\":2,\"data\":[{\"syncOutId\":\"1\"," + RECORD + ",\"recordData\":{\"a\":\"",
                        "0",
                        60,
                        "\"}},{\"syncOutId\":\"2\"," + RECORD + "}]}"));
        expect(
                "pull text",
                ASIDE,
                Bombs.zipped(
                        "{\"data\":{\"end_cursor\":9,\"total_records\":2,\"is_last_batch\":true,\"records\":[{\"cursor\":1,\"record\":{"
                                + RECORD + ",\"recordData\":{\"a\":\"",
                        "0",
                        60,
                        "\"}}},{\"cursor\":2,\"record\":{" + RECORD + "}}]}}"));
    }

    private void envelopes() {
        expect("log unknown", "0 records, 0 too large", Bombs.zipped("{\"x\":[[]", ",[]", 60, "],\"maxCursor\":0}"));
        expect(
                "log table",
                "unreadable-answer",
                Bombs.zipped("{\"maxCursor\":9,\"data\":[{\"tableName\":\"", "t", 60, "\"}]}"));
        expect("log error", "server-error", Bombs.zipped("{\"error\":{\"code\":\"", "t", 60, "\"}}"));
        expect("log endless number", "unreadable-answer", Bombs.zipped("{\"maxCursor\":1", "0", 60, "}"));
        expect("log without end", "unreadable-answer", Bombs.zipped(LOG + "{\"a\":\"", "0", 600, ""));
        expect("log of many records", "unreadable-answer", Bombs.zipped(out -> {
            Bombs.write(out, "{\"maxCursor\":99999999,\"data\":[");
            for (int i = 1; i < 1_100_000; i++) {
                Bombs.write(out, (i == 1 ? "" : ",") + "{\"ID\":" + i + "," + RECORD + "}");
            }
            Bombs.write(out, "]}");
        }));
        expect("queue of long ids", "unreadable-answer", Bombs.zipped(out -> {
            Bombs.write(out, "{\"queueLength\":9,\"data\":[");
            for (int i = 0; i < 5_000; i++) {
                Bombs.write(
                        out, (i == 0 ? "" : ",") + "{\"syncOutId\":\"" + i + "x".repeat(10_000) + "\"," + RECORD + "}");
            }
            Bombs.write(out, "]}");
        }));
        expect("pull error", "server-error", Bombs.zipped("{\"error\":{\"otherServerError\":\"", "t", 60, "\"}}"));
        expect("log not UTF-8", "unreadable-answer", Bombs.zipped(out -> {
            Bombs.write(out, LOG + "{\"a\":\"");
            out.write(0xff);
            Bombs.write(out, "\"}" + GOOD);
        }));
    }

    private void compression() {
        byte[] inner = Bombs.zipped(LOG + "{\"a\":\"", "0", 60, "\"}" + GOOD);
        expect("log twice compressed", "unreadable-answer", Bombs.zipped(out -> out.write(inner)));
        expect("log nothing compressed", "unreadable-answer", nothings());
        expect("site nothing compressed", "unreadable-answer", nothings());
    }

    /** Legal, and 200,000 calls deep for a reader that takes each on its own. */
    private static byte[] nothings() {
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try {
            new GZIPOutputStream(nothing).close();
            for (int i = 0; i < 200_000; i++) {
                nothing.writeTo(many);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return many.toByteArray();
    }

    private void expect(String name, String outcome, byte[] answer) {
        answers.put(name, answer);
        expected.put(name, outcome);
    }

    private static List<String> said(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName()));
        command.addAll(arguments);
        Process reader = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The process that reads. */
    static final class Reader {

        public static void main(String[] cases) {
            try (CentralServers servers = new CentralServers(Duration.ofSeconds(60))) {
                for (String one : cases) {
                    String name = one.substring(0, one.indexOf('='));
                    URI url = URI.create(one.substring(one.indexOf('=') + 1));
                    System.out.println(name + ": " + read(servers, name, url));
                }
            }
        }

        private static String read(CentralServers servers, String name, URI url) {
            SiteCredentials credentials = TestSite.credentials(url);
            LegacyCentral legacy = servers.legacy(credentials);
            Counting counting = new Counting();
            try {
                Object answer =
                        switch (name.substring(0, name.indexOf(' '))) {
                            case "site" -> legacy.site();
                            case "status" -> legacy.status();
                            case "initialise" -> legacy.initialise();
                            case "push" -> legacy.push(0, List.of());
                            case "login" -> legacy.login("pharma", "secret");
                            case "log" -> legacy.centralRecords(0, 500, counting);
                            case "queue" -> legacy.queuedRecords(500, counting);
                            case "pull" -> servers.open(url, credentials).pull(0, 500, true, counting);
                            default -> throw new IllegalArgumentException(name);
                        };
                return counting.records + " records, " + counting.tooLarge + " too large"
                        + (answer instanceof CentralPage || answer instanceof QueuePage || answer instanceof PullPage
                                ? ""
                                : " " + answer);
            } catch (CentralFailure failure) {
                return failure.code().key();
            }
        }
    }

    /** Keeps the last record, as whoever writes it down does. */
    private static final class Counting implements RecordSink {
        private int records;
        private int tooLarge;
        private WireRecord last;

        @Override
        public void accept(WireRecord record) {
            records++;
            last = record;
        }

        @Override
        public void tooLarge(WireRecord record, long most) {
            tooLarge++;
        }
    }
}
