package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.demo.Caller.data;
import static org.relais.demo.Caller.json;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The network as a whole: its memory across restarts, its page. */
class DemoNetworkTest {
    @TempDir
    Path directory;

    @Test
    void goesOnWhereItWas() throws Exception {
        String state;
        List<ReceivedChange> received;
        List<Json.Fields> queue;
        try (DemoNetwork network = start()) {
            Caller site = Caller.of(network, 1);
            site.post("/sync/v5/initialise", "{}");
            network.deliver(network.sites().getFirst());
            String ids = String.join(
                    ",",
                    data(site.get("/sync/v5/queued_records?limit=300")).stream()
                            .map(record -> '"' + record.text("syncOutId") + '"')
                            .toList());
            site.post("/sync/v5/acknowledged_records", "{\"syncIDs\":[" + ids + "]}");
            site.post("/sync/v5/queued_records", push("{\"ID\":\"l\",\n \"code\":\"ñ\\u00e9\"}"));
            state = page(network, "/demo/state").body();
            received = network.received();
            queue = data(site.get("/sync/v5/queued_records?limit=5000"));
        }
        Files.writeString(directory.resolve("network.journal"), "{\"event\":\"initia", StandardOpenOption.APPEND);
        try (DemoNetwork network = start()) {
            Caller site = Caller.of(network, 1);
            assertThat(page(network, "/demo/state").body().replaceAll("http://[^\"]+", ""))
                    .isEqualTo(state.replaceAll("http://[^\"]+", ""));
            assertThat(network.received()).isEqualTo(received);
            assertThat(data(site.get("/sync/v5/queued_records?limit=5000"))).isEqualTo(queue);
            assertThat(site.hardware("other").get("/sync/v5/site").statusCode()).isEqualTo(401);
            site.post("/sync/v5/queued_records", push("{}"));
        }
        try (DemoNetwork network = start()) {
            assertThat(network.received()).hasSize(2);
        }
    }

    @Test
    void refusesTheMemoryOfAnotherNetwork() {
        start().close();
        assertThatThrownBy(() ->
                        DemoNetwork.start(DemoOptions.usual().records(6_000).directory(directory)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"records\":5000");
    }

    /** A greeting of TLS holds chance: three words at times, and no empty line that would end them. */
    @Test
    void whoSpeaksSomethingElseThanHttpIsRefusedAndNotWaitedFor() throws Exception {
        try (DemoNetwork network = start();
                Socket caller = new Socket("127.0.0.1", network.legacyUrl().getPort())) {
            caller.getOutputStream().write("\u0016\u0003 \u0001 \u0002\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (DemoNetwork network = start()) {
            int taken = network.legacyUrl().getPort();
            assertThatThrownBy(() ->
                            DemoNetwork.start(DemoOptions.usual().records(5_000).ports(0, taken, 0)))
                    .hasMessageContaining("port " + taken);
        }
    }

    @Test
    void showsWhatWasReceivedAndLetsDeliveriesArrive() {
        try (DemoNetwork network = start()) {
            Caller.of(network, 1).post("/sync/v5/queued_records", push("{\"ID\":\"l\"}"));
            Caller.of(network, 2).post("/sync/v5/queued_records", push("{\"ID\":\"m\"}"));
            JsonNode all = Json.read(page(network, "/demo/received").body());
            JsonNode second = Json.read(
                    page(network, "/demo/received?site=site-2&server=legacy").body());
            assertThat(all).hasSize(2);
            assertThat(second).singleElement().satisfies(change -> {
                assertThat(change.get("site").stringValue()).isEqualTo("site-2");
                assertThat(change.get("problems")).isNotEmpty();
            });
            assertThat(Json.read(page(network, "/demo/received?after=1").body()))
                    .isEqualTo(second);
            HttpResponse<String> delivery = send(network, "/demo/changes", "POST", "{\"site\":\"site-2\"}");
            assertThat(json(delivery).integer("records")).isEqualTo(9);
            assertThat(send(network, "/demo/changes", "POST", "{\"site\":\"site-4\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void servesItsPageToThisMachineOnly() {
        try (DemoNetwork network = start()) {
            HttpResponse<String> page = page(network, "/");
            assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).contains("Réseau de démonstration", "Red de demostración", "Demonstration network");
            HttpRequest foreign = HttpRequest.newBuilder(network.pageUrl().resolve("/demo/faults"))
                    .header("Origin", "http://evil.example.org")
                    .DELETE()
                    .build();
            assertThat(Caller.send(foreign).statusCode()).isEqualTo(403);
        }
    }

    private DemoNetwork start() {
        return DemoNetwork.start(DemoOptions.usual().records(5_000).directory(directory));
    }

    private static String push(String data) {
        return "{\"queueLength\":1,\"data\":[{\"syncOutId\":\"1\",\"tableName\":\"Location\",\"recordId\":\"l\","
                + "\"action\":\"Update\",\"recordData\":" + data + "}]}";
    }

    private static HttpResponse<String> page(DemoNetwork network, String path) {
        return send(network, path, "GET", "");
    }

    private static HttpResponse<String> send(DemoNetwork network, String path, String method, String body) {
        return Caller.send(HttpRequest.newBuilder(network.pageUrl().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
