package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.relais.catalogue.CentralServer.LEGACY;
import static org.relais.catalogue.CentralServer.OPEN;
import static org.relais.demo.Caller.error;
import static org.relais.demo.Caller.json;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be made to go wrong really does, and stops when it is told to. */
class FaultsTest {
    private static final String CENTRAL = "/sync/v5/central_records?cursor=0&limit=20";

    private static DemoNetwork network;
    private static Caller site;

    @BeforeAll
    static void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void repair() {
        network.faults().clear();
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void closesThePortForAWhile() {
        network.faults().add(Fault.always(FaultKind.REFUSE, LEGACY).lasting(400).times(1));
        assertThatThrownBy(() -> site.get(CENTRAL)).isInstanceOf(Caller.Broken.class);
        assertThatThrownBy(() -> site.get(CENTRAL)).hasRootCauseInstanceOf(IOException.class);
        await().ignoreExceptions().until(() -> site.get(CENTRAL).statusCode() == 200);
    }

    @Test
    void answersLater() {
        network.faults().add(Fault.always(FaultKind.DELAY, LEGACY).lasting(250));
        long before = System.nanoTime();
        assertThat(site.get(CENTRAL).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void saysNothingUntilItIsRepaired() {
        long fault = network.faults().add(Fault.always(FaultKind.STALL, LEGACY));
        CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(() -> site.get(CENTRAL));
        await().until(() -> network.faults().active().getFirst().struck() == 1);
        assertThat(call).isNotDone();
        network.faults().remove(fault);
        await().until(call::isDone);
    }

    @Test
    void cutsABody() {
        network.faults().add(Fault.always(FaultKind.CUT_BODY, LEGACY).times(1));
        assertThatThrownBy(() -> site.get(CENTRAL)).isInstanceOf(Caller.Broken.class);
        assertThat(site.get(CENTRAL).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsGzipInAnAnswerThatIsOtherwiseWhole() throws Exception {
        network.faults().add(Fault.always(FaultKind.CUT_GZIP, LEGACY));
        HttpRequest request =
                site.legacy(CENTRAL).header("Accept-Encoding", "gzip").build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (GZIPInputStream body = new GZIPInputStream(answer.body())) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(java.io.EOFException.class);
        }
    }

    @Test
    void resetsWhileTheBodyIsBeingSent() {
        network.faults().add(Fault.always(FaultKind.RESET, OPEN).on("push"));
        assertThatThrownBy(() -> site.push("x".repeat(5_000_000), true)).isInstanceOf(Caller.Broken.class);
        assertThat(site.pull(0, 1, true).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "site_name_not_found,401",
        "site_incorrect_password,401",
        "site_incorrect_hardware_id,401",
        "site_has_no_store,401",
        "site_auth_timeout,401",
        "api_version_incompatible,409",
        "sync_is_running,503"
    })
    void answersAnyLegacyError(String code, int status) {
        network.faults().add(Fault.always(FaultKind.LEGACY_ERROR, LEGACY).saying(code));
        HttpResponse<String> answer = site.get(CENTRAL);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).text("code")).isEqualTo(code);
    }

    @Test
    void answersAnyOpenError() {
        network.faults().add(Fault.always(FaultKind.OPEN_ERROR, OPEN).saying("{\"parsingSyncRecordError\":\"x\"}"));
        assertThat(site.pull(0, 1, true).body()).isEqualTo("{\"error\":{\"parsingSyncRecordError\":\"x\"}}");
    }

    @Test
    void answersAPageInsteadOfJson() {
        network.faults().add(Fault.always(FaultKind.HTML, OPEN).saying("200"));
        HttpResponse<String> answer = site.pull(0, 1, true);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
    }

    @Test
    void sendsElsewhere() {
        network.faults().add(Fault.always(FaultKind.REDIRECT, LEGACY).saying("http://127.0.0.2:1/portal"));
        HttpResponse<String> answer = site.get(CENTRAL);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).contains("http://127.0.0.2:1/portal");
    }

    @Test
    void answersWhatIsNoJson() {
        network.faults().add(Fault.always(FaultKind.GARBAGE, LEGACY));
        assertThatThrownBy(() -> json(site.get(CENTRAL))).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void answersAWrongType() {
        network.faults().add(Fault.always(FaultKind.WRONG_TYPE, LEGACY));
        assertThat(json(site.get(CENTRAL)).text("maxCursor")).isEqualTo("wrong");
    }

    @Test
    void speaksAnotherVersion() {
        network.faults().add(Fault.always(FaultKind.WRONG_VERSION, LEGACY).on("central_records"));
        network.faults().add(Fault.always(FaultKind.WRONG_VERSION, OPEN));
        assertThat(site.get(CENTRAL).statusCode()).isEqualTo(409);
        assertThat(site.pull(0, 1, true).body()).isEqualTo("{\"error\":{\"syncVersionMismatch\":[7,9,5]}}");
    }

    @Test
    void isNoCentralServer() {
        network.faults().add(Fault.always(FaultKind.NOT_CENTRAL, OPEN));
        HttpResponse<String> answer = site.pull(0, 1, true);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEqualTo("Method only allowed on central server.");
        assertThat(answer.headers().firstValue("connection")).contains("close");
    }

    @Test
    void namesNoOpenServer() {
        network.faults().add(Fault.always(FaultKind.NO_OPEN_SERVER, LEGACY));
        assertThat(json(site.get("/sync/v5/site")).text("omSupplyCentralServerUrl"))
                .isEmpty();
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
    }

    @Test
    void integratesWithoutEnd() {
        network.faults().add(Fault.always(FaultKind.ENDLESS_INTEGRATION, LEGACY));
        network.faults().add(Fault.always(FaultKind.ENDLESS_INTEGRATION, OPEN));
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("integration_in_progress");
        assertThat(site.open("/central/sync/site_status", "{}").body())
                .isEqualTo("{\"data\":{\"is_integrating\":true}}");
        assertThat(site.get(CENTRAL).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsAnEmptyPageThatIsNotTheLast() {
        network.faults().add(Fault.always(FaultKind.EMPTY_NOT_LAST, OPEN));
        Json.Fields batch = json(site.pull(0, 500, true)).object("data");
        assertThat(batch.objects("records")).isEmpty();
        assertThat(batch.truth("is_last_batch")).isFalse();
    }

    @Test
    void carriesACallOutTwice() {
        network.faults().add(Fault.always(FaultKind.TWICE, OPEN).on("push").times(1));
        int before = network.received().size();
        String record =
                "{\"cursor\":1,\"record\":{\"tableName\":\"asset\",\"recordId\":\"twice\",\"action\":\"Delete\"}}";
        assertThat(site.push(record, false).body()).contains("\"records_pushed\":1");
        assertThat(network.received()).hasSize(before + 2);
    }

    @Test
    void repeatsTheFirstAnswerThatItMet() {
        network.faults()
                .add(Fault.always(FaultKind.REPEATED, LEGACY)
                        .on("central_records")
                        .times(2));
        String first = site.get(CENTRAL).body();
        assertThat(site.get("/sync/v5/central_records?cursor=50&limit=1").body())
                .isEqualTo(first);
        assertThat(site.get("/sync/v5/central_records?cursor=50&limit=1").body())
                .isNotEqualTo(first);
    }

    @Test
    void strikesAsOftenAsAskedForOnTheRouteAndServerMeant() {
        network.faults()
                .add(Fault.always(FaultKind.GARBAGE, LEGACY)
                        .on("queued_records")
                        .times(2));
        assertThat(site.get(CENTRAL).body()).startsWith("{\"maxCursor\"");
        assertThat(site.pull(0, 1, true).body()).startsWith("{\"data\"");
        for (int call = 0; call < 2; call++) {
            assertThat(site.get("/sync/v5/queued_records?limit=1").body()).contains("§§§");
        }
        assertThat(site.get("/sync/v5/queued_records?limit=1").body()).startsWith("{\"queueLength\"");
        assertThat(network.faults().active()).singleElement().satisfies(active -> assertThat(active.struck())
                .isEqualTo(2));
    }

    @Test
    void strikesByChance() {
        Faults faults = new Faults(7);
        faults.add(Fault.always(FaultKind.DELAY, LEGACY).with(0.2));
        long struck = java.util.stream.IntStream.range(0, 10_000)
                .filter(call -> faults.strike(LEGACY, "/").isPresent())
                .count();
        assertThat(struck).isBetween(1_800L, 2_200L);
        assertThatThrownBy(() -> Fault.always(FaultKind.DELAY, LEGACY).with(0)).hasMessageContaining("probability");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void isSwitchedOnAndOffThroughTheEndpoint(FaultKind kind) {
        String fault = "{\"kind\":\"" + kind.key()
                + "\",\"server\":\"open\",\"route\":\"none\",\"probability\":0.5,\"count\":3}";
        HttpResponse<String> added = page("POST", "/demo/faults", fault);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(network.faults().active()).singleElement().satisfies(active -> assertThat(active.fault())
                .isEqualTo(new Fault(kind, OPEN, "none", 0.5, 3, 0, "")));
        assertThat(page("GET", "/demo/faults", "").body()).contains("\"kind\":\"" + kind.key() + '"');
        assertThat(page("DELETE", "/demo/faults/" + json(added).integer("id"), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(network.faults().active()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFaultThatIsNone() {
        assertThat(page("POST", "/demo/faults", "{\"kind\":\"delay\",\"server\":\"third\"}")
                        .body())
                .contains("none of [legacy, open]");
        assertThat(page("POST", "/demo/faults", "{\"kind\":\"delay\",\"server\":\"open\",\"probability\":2}")
                        .statusCode())
                .isEqualTo(400);
    }

    static HttpResponse<String> page(String method, String path, String body) {
        return Caller.send(HttpRequest.newBuilder(network.pageUrl().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
