package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.relais.demo.Caller.data;
import static org.relais.demo.Caller.error;
import static org.relais.demo.Caller.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration's mSupply central server: what a site meets there. */
class LegacyServerTest {
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
    void tellsASiteWhoItIs() {
        Json.Fields answer = json(site.get("/sync/v5/site"));
        assertThat(answer.text("id")).isEqualTo(network.sites().getFirst().uuid());
        assertThat(answer.integer("siteId")).isEqualTo(2);
        assertThat(answer.text("initialisationStatus")).isEqualTo("new");
        assertThat(answer.text("omSupplyCentralServerUrl"))
                .isEqualTo(network.openUrl().toString());
        assertThat(answer.truth("isOmSupplyCentralServer")).isFalse();
        assertThat(answer.integer("mSupplyCentralSiteId")).isEqualTo(1);
    }

    @Test
    void refusesStrangers() {
        assertRefused(site.site("nobody"), 401, "site_name_not_found");
        assertRefused(site.password("secret"), 401, "site_incorrect_password");
        assertRefused(Caller.of(network, 4), 401, "site_has_no_store");
    }

    @Test
    void keepsTheHardwareThatItSawFirst() {
        site.get("/sync/v5/site");
        assertRefused(site.hardware("other"), 401, "site_incorrect_hardware_id");
        assertThat(site.get("/sync/v5/site").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"9,409", "10,200", "14,200", "15,409", "fourteen,409"})
    void takesSomeVersionsOnly(String version, int status) {
        HttpResponse<String> answer = site.version(version).get("/sync/v5/site");
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 409) {
            assertThat(error(answer).text("code")).isEqualTo("api_version_incompatible");
            assertThat(error(answer).value("data").toString()).contains("major", "minor");
        }
    }

    @Test
    void fillsTheQueueAtInitialisationAndAgainAtTheNext() {
        assertThat(json(site.get("/sync/v5/queued_records?limit=5")).integer("queueLength"))
                .isZero();
        long queued = network.volume(network.sites().getFirst()).queued();
        assertThat(json(site.post("/sync/v5/initialise", "{}")).integer("queueLength"))
                .isEqualTo(queued);
        assertThat(json(site.get("/sync/v5/site")).text("initialisationStatus")).isEqualTo("completed");
        acknowledgeAll();
        assertThat(json(site.post("/sync/v5/initialise", "{}")).integer("queueLength"))
                .isEqualTo(queued);
    }

    @Test
    void saysThatItInitialisesAndDoesItOnceOnly() {
        network.close();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).initialisation(Duration.ofMillis(700)));
        site = Caller.of(network, 1);
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> site.post("/sync/v5/initialise", "{}"));
        await().until(() ->
                json(site.get("/sync/v5/site")).text("initialisationStatus").equals("started"));
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("initialisation_in_progress");
        HttpResponse<String> second = site.post("/sync/v5/initialise", "{}");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(error(second).text("code")).isEqualTo("sync_is_running");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
    }

    @Test
    void givesTheWholeLogOnceAndInOrder() {
        List<Long> cursors = new ArrayList<>();
        long cursor = 0;
        long max = 0;
        for (List<Json.Fields> page = page(cursor); !page.isEmpty(); page = page(cursor)) {
            page.forEach(change -> cursors.add(change.integer("ID")));
            cursor = cursors.getLast();
            max = json(site.get("/sync/v5/central_records?cursor=" + cursor + "&limit=1"))
                    .integer("maxCursor");
        }
        assertThat(cursors).isSorted().doesNotHaveDuplicates();
        assertThat(cursors)
                .hasSize((int) network.volume(network.sites().getFirst()).central());
        assertThat(cursors.getLast() - cursors.getFirst()).as("gaps").isGreaterThan(cursors.size());
        assertThat(max).as("a gap before the newest number").isGreaterThan(cursors.getLast());
    }

    @Test
    void tellsChangesOfEveryKind() {
        List<String> actions = new ArrayList<>();
        for (long cursor = 0; !page(cursor).isEmpty(); ) {
            for (Json.Fields change : page(cursor)) {
                cursor = change.integer("ID");
                String action = change.text("action");
                if (!actions.contains(action)) {
                    actions.add(action);
                }
                assertThat(change.node().has("recordData")).isEqualTo(!action.equals("delete"));
            }
        }
        assertThat(actions).containsExactly("insert", "merge", "delete");
    }

    @Test
    void sendsUnacknowledgedRecordsAgain() {
        site.post("/sync/v5/initialise", "{}");
        List<Json.Fields> first = data(site.get("/sync/v5/queued_records?limit=3"));
        assertThat(data(site.get("/sync/v5/queued_records?limit=3"))).isEqualTo(first);
        long length = json(site.get("/sync/v5/queued_records?limit=3")).integer("queueLength");
        HttpResponse<String> answer = site.post(
                "/sync/v5/acknowledged_records",
                "{\"syncIDs\":[\"" + first.get(0).text("syncOutId") + "\",\""
                        + first.get(2).text("syncOutId") + "\",\"unknown\"]}");
        assertThat(answer.statusCode()).isEqualTo(204);
        HttpResponse<String> next = site.get("/sync/v5/queued_records?limit=3");
        assertThat(json(next).integer("queueLength")).isEqualTo(length - 2);
        assertThat(data(next).getFirst()).isEqualTo(first.get(1));
        assertThat(data(next).get(1)).isNotIn(first);
    }

    @Test
    void givesEverySiteItsOwnQueue() {
        Caller other = Caller.of(network, 2);
        other.post("/sync/v5/initialise", "{}");
        site.post("/sync/v5/initialise", "{}");
        assertThat(data(other.get("/sync/v5/queued_records?limit=200")))
                .doesNotContainAnyElementsOf(data(site.get("/sync/v5/queued_records?limit=200")));
    }

    @Test
    void movesAPullWhenADeliveryArrives() {
        site.post("/sync/v5/initialise", "{}");
        acknowledgeAll();
        long max = json(site.get("/sync/v5/central_records?cursor=0&limit=1")).integer("maxCursor");
        int records = network.deliver(network.sites().getFirst());
        List<Json.Fields> central = data(site.get("/sync/v5/central_records?cursor=" + max + "&limit=500"));
        List<Json.Fields> queued = data(site.get("/sync/v5/queued_records?limit=500"));
        assertThat(central).extracting(change -> change.text("tableName")).containsExactly("item", "name");
        assertThat(queued)
                .extracting(change -> change.text("tableName"))
                .startsWith("transact", "trans_line")
                .hasSize(6);
        assertThat(records).isEqualTo(central.size() + queued.size() + 1);
        var types = org.relais.catalogue.RecordTypes.load();
        List.of(central, queued)
                .forEach(changes -> changes.forEach(change -> assertThat(types.byTable(change.text("tableName"))
                                .orElseThrow()
                                .check(change.kept("recordData"))
                                .problems())
                        .isEmpty()));
    }

    @Test
    void answersInGzipWhenToldTo() throws Exception {
        network.close();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).compressed(true));
        HttpRequest request = Caller.of(network, 1)
                .legacy("/sync/v5/central_records?cursor=0&limit=50")
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<java.io.InputStream> answer =
                java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        byte[] body = new java.util.zip.GZIPInputStream(answer.body()).readAllBytes();
        assertThat(Json.object(body).objects("data")).hasSize(50);
    }

    private List<Json.Fields> page(long cursor) {
        return data(site.get("/sync/v5/central_records?cursor=" + cursor + "&limit=5000"));
    }

    private void acknowledgeAll() {
        String ids = data(site.get("/sync/v5/queued_records?limit=5000")).stream()
                .map(record -> '"' + record.text("syncOutId") + '"')
                .collect(Collectors.joining(","));
        site.post("/sync/v5/acknowledged_records", "{\"syncIDs\":[" + ids + "]}");
        assertThat(json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength"))
                .isZero();
    }

    private static void assertRefused(Caller caller, int status, String code) {
        HttpResponse<String> answer = caller.get("/sync/v5/site");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).text("code")).isEqualTo(code);
    }
}
