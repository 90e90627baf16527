package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.central.Bombs;
import org.relais.testing.ProgramJava;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site with the heap of the guide takes records as large as plugins are, and passes over those that it cannot hold. */
class LargeRecordsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aRunEndsWhateverItsRecordsHold() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        try (OddNetwork network = new OddNetwork()) {
            byte[] log = Bombs.zipped(out -> {
                Bombs.write(out, "{\"maxCursor\":8,\"data\":[");
                for (int i = 1; i <= 4; i++) {
                    text(out, "\"ID\":" + i, "plugin-" + i, 20);
                    Bombs.write(out, ",");
                }
                text(out, "\"ID\":5", "large-5", 30);
                Bombs.write(out, ",");
                text(out, "\"ID\":6", "large-6", 60);
                Bombs.write(out, ",");
                members(out, "\"ID\":7", "many", 1_200_000);
                Bombs.write(out, "," + OddNetwork.unit("\"ID\":8", "small") + "]}");
            });
            byte[] queue = Bombs.zipped(out -> {
                Bombs.write(out, "{\"queueLength\":1,\"data\":[");
                text(out, "\"syncOutId\":\"1\"", "large-queued", 60);
                Bombs.write(out, "]}");
            });
            byte[] pull = Bombs.zipped(out -> {
                Bombs.write(
                        out, "{\"data\":{\"end_cursor\":1,\"total_records\":1,\"is_last_batch\":true,\"records\":[");
                Bombs.write(out, "{\"cursor\":1,\"record\":");
                text(out, "\"x\":1", "large-pulled", 60);
                Bombs.write(out, "}]}}");
            });
            byte[] end = Bombs.zipped(out -> Bombs.write(out, "{\"maxCursor\":8,\"data\":[]}"));
            byte[] nothing = Bombs.zipped(out -> Bombs.write(out, "{\"queueLength\":0,\"data\":[]}"));
            network.handle(
                    "GET /sync/v5/central_records",
                    (exchange, request) -> OddNetwork.zipped(exchange, request.startsWith("cursor=0&") ? log : end));
            network.handle(
                    "GET /sync/v5/queued_records",
                    (exchange, request) -> OddNetwork.zipped(exchange, acknowledged(network) ? nothing : queue));
            network.handle("POST /central/sync/pull", (exchange, request) -> OddNetwork.zipped(exchange, pull));

            File output = Files.createTempFile("site", ".log").toFile();
            Process site = start(network, output);
            try {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(4))
                        .until(() -> !site.isAlive() || ended(jdbc).equals(List.of("succeeded")));

                assertThat(site.isAlive()).as(Files.readString(output.toPath())).isTrue();
            } finally {
                site.destroyForcibly().waitFor();
            }
        }
        assertThat(jdbc.sql("select record_id from inbox where reason = 'TOO_LARGE' order by number")
                        .query(String.class)
                        .list())
                .containsExactly("large-5", "large-6", "large-queued", "large-pulled");
        assertThat(jdbc.sql("select id from record_entry where type = 'unit' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("many", "plugin-1", "plugin-2", "plugin-3", "plugin-4", "small");
    }

    private static boolean acknowledged(OddNetwork network) {
        return network.asked().contains("POST /sync/v5/acknowledged_records");
    }

    private static List<String> ended(JdbcClient jdbc) {
        return jdbc.sql(
                                        "select count(*) from information_schema.tables where table_schema = database() and table_name = 'sync_run'")
                                .query(Long.class)
                                .single()
                        == 0
                ? List.of()
                : jdbc.sql("select outcome from sync_run").query(String.class).list();
    }

    private static Process start(OddNetwork network, File output) throws IOException {
        List<String> command = ProgramJava.withTests("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of(
                SiteProgram.class.getName(),
                "--relais.data.directory=" + Engine.newDirectory().toAbsolutePath(),
                "--relais.site.central-url=" + network.url(),
                "--relais.site.name=odd",
                "--relais.site.password=odd",
                "--relais.sync.interval=7d",
                "--logging.file.name=",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private static void text(OutputStream out, String place, String id, int megabytes) throws IOException {
        Bombs.write(out, begun(place, id) + ",\"x\":\"");
        Bombs.repeat(out, "0", megabytes);
        Bombs.write(out, "\"}}");
    }

    private static void members(OutputStream out, String place, String id, int count) throws IOException {
        Bombs.write(out, begun(place, id));
        for (int i = 0; i < count; i++) {
            Bombs.write(out, ",\"key-" + i + "\":1");
        }
        Bombs.write(out, "}}");
    }

    private static String begun(String place, String id) {
        String unit = OddNetwork.unit(place, id);
        return unit.substring(0, unit.length() - 2);
    }
}
