package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.demo.Caller.records;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration's Open mSupply central server: its files (protocol.md section 14). */
class OpenFilesTest {
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void knowsItsFilesAndNoOthers() {
        String call =
                "{\"tableName\":\"asset\",\"recordId\":\"r\",\"id\":\"%s\",\"syncV5Settings\":SETTINGS,\"syncV6Version\":5}";
        HttpResponse<String> unknown = site.open("/central/sync/download_file", call.formatted("nothing"));
        assertThat(unknown.statusCode()).isEqualTo(500);
        assertThat(unknown.body()).isEqualTo("{\n  \"otherServerError\": \"File not found\"\n}");
        assertThat(unknown.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");

        Json.Fields reference = records(site.pull(0, 5_000, true)).stream()
                .map(each -> each.object("record"))
                .filter(record -> record.text("tableName").equals("sync_file_reference"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> file =
                site.open("/central/sync/download_file", call.formatted(reference.text("recordId")));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-disposition").orElseThrow())
                .contains("inline", "notice.txt");
        long size = Json.object(reference.kept("recordData")).integer("total_bytes");
        assertThat(file.body().getBytes(StandardCharsets.UTF_8)).hasSize((int) size);
    }

    @Test
    void takesFilesThatItKnowsOf() {
        assertThat(upload("f-1").body()).isEqualTo("{\"error\":{\"syncFileNotFound\":\"f-1\"}}");
        String reference =
                "{\"id\":\"f-1\",\"table_name\":\"asset\",\"record_id\":\"r\",\"file_name\":\"photo.txt\",\"created_datetime\":\"2026-01-01T00:00:00\"}";
        site.push(record("sync_file_reference", "f-1", "Update", reference), false);
        assertThat(upload("f-1").body()).isEqualTo("{\"data\":null}");
        String call =
                "{\"tableName\":\"asset\",\"recordId\":\"r\",\"id\":\"f-1\",\"syncV5Settings\":SETTINGS,\"syncV6Version\":5}";
        assertThat(site.open("/central/sync/download_file", call).body()).isEqualTo("línea");
    }

    private HttpResponse<String> upload(String id) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"json_part\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"file_id\":\"" + id + "\",\"sync_v5_settings\":SETTINGS,\"sync_v6_version\":5}\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file_part\"; filename=\"photo.txt\"\r\n\r\nlínea\r\n--b--\r\n";
        return site.open("PUT", "/central/sync/upload_file", "multipart/form-data; boundary=b", body);
    }

    private static String record(String table, String id, String action, String data) {
        return "{\"cursor\":1,\"record\":{\"tableName\":\"" + table + "\",\"recordId\":\"" + id + "\",\"action\":\""
                + action + "\",\"recordData\":" + data + "}}";
    }
}
