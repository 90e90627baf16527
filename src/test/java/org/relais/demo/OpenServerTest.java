package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.relais.demo.Caller.json;
import static org.relais.demo.Caller.records;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.demo.district.District;

/** The demonstration's Open mSupply central server: what a site meets there (protocol.md sections 4, 7 and 14). */
class OpenServerTest {
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
    void givesEverythingInBatchesOfTheSizeAskedFor() {
        Set<String> ids = new HashSet<>();
        long cursor = 0;
        boolean last = false;
        long total = network.volume(network.sites().getFirst()).open();
        while (!last) {
            Json.Fields batch = json(site.pull(cursor, 100, false)).object("data");
            assertThat(batch.integer("total_records")).isEqualTo(total - ids.size());
            List<Json.Fields> records = batch.objects("records");
            records.forEach(record -> ids.add(record.object("record").text("recordId")));
            assertThat(batch.integer("end_cursor")).isEqualTo(records.getLast().integer("cursor"));
            cursor = batch.integer("end_cursor") + 1;
            last = batch.truth("is_last_batch");
        }
        assertThat(ids).hasSize((int) total);
    }

    @Test
    void saysThatThereIsNothingBeyondTheNewestCursor() {
        Json.Fields batch = json(site.pull(1_000_000, 500, true)).object("data");
        assertThat(batch.integer("total_records")).isZero();
        assertThat(batch.objects("records")).isEmpty();
        assertThat(batch.truth("is_last_batch")).isTrue();
        assertThat(batch.integer("end_cursor")).isPositive();
    }

    @Test
    void skipsEverythingWhenAskedForNothing() {
        Json.Fields batch = json(site.pull(0, 0, true)).object("data");
        assertThat(batch.objects("records")).isEmpty();
        assertThat(batch.truth("is_last_batch")).isFalse();
        assertThat(batch.integer("end_cursor"))
                .isEqualTo(json(site.pull(1_000_000, 500, true)).object("data").integer("end_cursor"));
    }

    @Test
    void givesASiteItsOwnStoresOnly() {
        assertThat(tables(site, "asset"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(tables(Caller.of(network, 2), "asset"));
        assertThat(tables(site, "asset_class")).isEqualTo(tables(Caller.of(network, 2), "asset_class"));
    }

    @Test
    void sendsASitesOwnRecordsBackBeforeItIsInitialisedOnly() {
        String asset = record("asset", "a-1", "Update", asset("a-1"));
        assertThat(json(site.push(asset, false)).object("data").integer("records_pushed"))
                .isEqualTo(1);
        assertThat(tables(site, "asset")).contains("a-1");
        assertThat(records(site.pull(0, 5_000, true)))
                .noneMatch(record -> record.object("record").text("recordId").equals("a-1"));
        assertThat(tables(Caller.of(network, 2), "asset")).doesNotContain("a-1");
    }

    @Test
    void movesAChangedRecordToTheEndOfTheLog() {
        site.push(record("name_oms_fields", "n-1", "update", "{\"id\":\"n-1\",\"properties\":\"{}\"}"), false);
        site.push(record("asset", "a-1", "Insert", asset("a-1")), false);
        site.push(
                record("name_oms_fields", "n-1", "Update", "{\"id\":\"n-1\",\"properties\":\"{\\\"a\\\":1}\"}"), false);
        List<Json.Fields> seen = records(Caller.of(network, 2).pull(0, 5_000, true));
        assertThat(seen.getLast().object("record").text("recordId")).isEqualTo("n-1");
        assertThat(seen.stream()
                        .filter(each -> each.object("record").text("recordId").equals("n-1")))
                .hasSize(1);
    }

    @Test
    void integratesInTheBackgroundAfterTheLastBatch() {
        network.close();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(700)));
        site = Caller.of(network, 1);
        site.push(record("asset", "a-1", "Update", asset("a-1")), false);
        assertThat(isIntegrating()).isFalse();
        assertThat(json(site.push("", true)).object("data").integer("records_pushed"))
                .isZero();
        assertThat(isIntegrating()).isTrue();
        assertThat(site.pull(0, 1, true).body()).isEqualTo("{\"error\":\"integrationInProgress\"}");
        assertThat(site.push("", true).body()).isEqualTo("{\"error\":\"integrationInProgress\"}");
        assertThat(Caller.of(network, 2).pull(0, 1, true).body()).startsWith("{\"data\"");
        await().until(() -> !isIntegrating());
        assertThat(site.pull(0, 1, true).body()).startsWith("{\"data\"");
    }

    @Test
    void keepsAndShowsAContactForm() {
        String form =
                "{\"body\":\"Bonjour — ñ\",\"contact_type\":\"FEEDBACK\",\"created_datetime\":\"2026-11-22T02:08:07.229436008\","
                        + "\"id\":\"cf-1\",\"reply_email\":\"a@b.org\",\"store_id\":\"" + store()
                        + "\",\"user_id\":\"u\",\"username\":\"u\"}";
        site.push(record("contact_form", "cf-1", "Update", form), false);
        assertThat(network.received()).singleElement().satisfies(received -> {
            assertThat(received.server()).isEqualTo(CentralServer.OPEN);
            assertThat(received.data()).isEqualTo(form);
            assertThat(received.problems()).isEmpty();
        });
        assertThat(tables(site, "contact_form")).isEmpty();
    }

    @Test
    void takesABrokenRecordAndAnUnknownTableWithoutAWord() {
        String two =
                record("asset", "a-1", "Update", "{\"id\":\"a-1\"}") + ',' + record("nonsense", "x", "Update", "{}");
        assertThat(json(site.push(two, false)).object("data").integer("records_pushed"))
                .isEqualTo(2);
        assertThat(network.received()).allMatch(received -> !received.problems().isEmpty());
        assertThat(tables(site, "asset")).doesNotContain("a-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cursor\":",
                "{\"cursor\":\"0\",\"batchSize\":1,\"syncV5Settings\":SETTINGS,\"isInitialised\":true}",
                "{\"cursor\":0,\"batchSize\":-1,\"syncV5Settings\":SETTINGS,\"isInitialised\":true}",
                "{\"cursor\":0,\"batchSize\":1,\"syncV5Settings\":{},\"isInitialised\":true}",
                "{\"cursor\":0,\"batchSize\":1,\"syncV5Settings\":SETTINGS}",
                "[]",
                ""
            })
    void refusesWhatItCannotRead(String body) {
        HttpResponse<String> answer = site.open("/central/sync/pull", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("Json deserialize error: ");
    }

    @Test
    void refusesAWholePushForOneUnknownAction() {
        String two = record("asset", "a-1", "Update", asset("a-1")) + ',' + record("asset", "a-2", "Upsert", "{}");
        assertThat(site.push(two, true).statusCode()).isEqualTo(400);
        assertThat(network.received()).isEmpty();
    }

    @Test
    void wantsJsonOnItsOwnRoutesOnly() {
        HttpResponse<String> text = site.open("POST", "/central/sync/pull", "text/plain", "{}");
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(text.body()).isEqualTo("Content type error");
        for (HttpResponse<String> unknown : List.of(
                site.open("/central/sync/unknown", "{}"),
                site.open("GET", "/central/sync/pull", "application/json", ""))) {
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.body()).isEmpty();
        }
    }

    @Test
    void refusesABodyOfMoreThanTenMebibytes() {
        String large = record("asset", "a-1", "Update", "{\"notes\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}");
        try {
            assertThat(site.push(large, true).statusCode()).isEqualTo(413);
        } catch (Caller.Broken reset) {
            assertThat(reset).as("the real one resets the connection meanwhile").isNotNull();
        }
        assertThat(network.received()).isEmpty();
        String allowed = record("asset", "a-1", "Update", "{\"notes\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}");
        assertThat(site.push(allowed, false).statusCode()).isEqualTo(200);
    }

    @Test
    void compressesInChunks() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(network.openUrl().resolve("/central/sync/site_status"))
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{\"syncV5Settings\":" + site.settings() + "}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"is_integrating\":false}}");
    }

    @Test
    void pullsNothingForAnUnknownPatient() {
        HttpResponse<String> answer = site.open(
                "/central/sync/patient-pull",
                "{\"cursor\":0,\"batchSize\":500,\"syncV5Settings\":SETTINGS,\"syncV6Version\":5,\"fetchPatientId\":\"nobody\"}");
        Json.Fields batch = json(answer).object("data");
        assertThat(batch.objects("records")).isEmpty();
        assertThat(batch.truth("is_last_batch")).isTrue();
    }

    @Test
    void joinsANameToAStore() {
        String call = "{\"id\":\"j\",\"nameId\":\"n\",\"storeId\":\"s\",\"syncV5Settings\":SETTINGS}";
        assertThat(site.open("/central/name-store-join", call).statusCode()).isEqualTo(200);
        assertThat(site.password("wrong").open("/central/name-store-join", call).statusCode())
                .isEqualTo(401);
    }

    private boolean isIntegrating() {
        return json(site.open("/central/sync/site_status", "{\"syncV5Settings\":SETTINGS,\"syncV6Version\":5}"))
                .object("data")
                .truth("is_integrating");
    }

    private List<String> tables(Caller caller, String table) {
        List<String> ids = new ArrayList<>();
        for (Json.Fields each : records(caller.pull(0, 5_000, false))) {
            if (each.object("record").text("tableName").equals(table)) {
                ids.add(each.object("record").text("recordId"));
            }
        }
        return ids;
    }

    private String store() {
        return new District(2026, 5_000).series("store").id(2);
    }

    private String asset(String id) {
        return "{\"id\":\"" + id + "\",\"store_id\":\"" + store()
                + "\",\"created_datetime\":\"2026-01-01T00:00:00\",\"modified_datetime\":\"2026-01-01T00:00:00\"}";
    }

    private static String record(String table, String id, String action, String data) {
        return "{\"cursor\":1,\"record\":{\"tableName\":\"" + table + "\",\"recordId\":\"" + id + "\",\"action\":\""
                + action + "\",\"recordData\":" + data + "}}";
    }
}
