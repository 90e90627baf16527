package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.demo.Caller.data;
import static org.relais.demo.Caller.error;
import static org.relais.demo.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.demo.district.District;

/** The demonstration's mSupply central server: what it does with a push. */
class LegacyPushTest {
    private final MovableClock clock = new MovableClock();
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).clock(clock));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void integratesAfterTheClosingPush() {
        assertThat(push(1, location("loc-1", store(), "A-1"))).isFalse();
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
        assertThat(push(0, "")).isTrue();
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("integration_in_progress");
        HttpResponse<String> meanwhile = site.post("/sync/v5/queued_records", "{\"queueLength\":0,\"data\":[]}");
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(error(meanwhile).text("code")).isEqualTo("sync_is_running");
        clock.forward(Duration.ofMillis(300));
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
    }

    @Test
    void keepsWhatWasPushedExactlyAsItCame() {
        String odd =
                "{\"ID\" : \"loc-1\", \"Description\":\"Ñandú \\u00e9\",\"code\":\"A\",\"hold\":false,\"store_ID\":\""
                        + store() + "\",\"type_ID\":null,\"Volume\":1.50,\"more\":1e3 }";
        push(1, record("Location", "loc-1", odd));
        ReceivedChange received = network.received().getFirst();
        assertThat(received.data()).isEqualTo(odd);
        assertThat(received.problems()).isEmpty();
        assertThat(received.site()).isEqualTo("site-1");
        assertThat(received.number()).isEqualTo(1);
    }

    @Test
    void acceptsABrokenRecordWithoutAWordAndShowsIt() {
        String broken = "{\"ID\":\"loc-1\",\"Description\":\"\",\"code\":1,\"store_ID\":\"foreign\",\"Volume\":0}";
        assertThat(push(1, record("Location", "loc-1", broken))).isFalse();
        assertThat(network.received().getFirst().problems())
                .anyMatch(problem -> problem.contains("hold"))
                .anyMatch(problem -> problem.contains("type_ID"))
                .anyMatch(problem -> problem.contains("code"))
                .anyMatch(problem -> problem.contains("none of this site's"));
        push(1, record("nonsense", "x", "{}"));
        push(1, record("contact_form", "x", "{}"));
        assertThat(network.received().get(1).problems()).containsExactly("unknown table nonsense");
        assertThat(network.received().get(2).problems()).hasSize(1);
    }

    @Test
    void bringsPushedRecordsBackAtTheNextInitialisation() {
        push(1, location("loc-1", store(), "A-1"));
        push(1, location("loc-1", store(), "A-2"));
        push(1, location("loc-2", store(), "B-1"));
        push(
                1,
                "{\"syncOutId\":\"9\",\"tableName\":\"Location\",\"recordId\":\"loc-2\",\"action\":\"Delete\",\"recordData\":null}");
        site.post("/sync/v5/initialise", "{}");
        String last = lastOfQueue();
        assertThat(last).contains("\"A-2\"").doesNotContain("\"A-1\"");
        assertThat(last).contains("\"recordId\":\"loc-2\",\"action\":\"delete\"");
    }

    @Test
    void refusesAPushThatItCannotRead() {
        assertThat(site.post("/sync/v5/queued_records", "{\"queueLength\":").statusCode())
                .isEqualTo(400);
        assertThat(site.post("/sync/v5/queued_records", "{\"data\":[]}").statusCode())
                .isEqualTo(400);
        assertThat(network.received()).isEmpty();
    }

    private String lastOfQueue() {
        String body = site.get("/sync/v5/queued_records?limit=5000").body();
        return body.substring(body.length() - 1000);
    }

    private boolean push(int queueLength, String records) {
        return json(site.post(
                        "/sync/v5/queued_records", "{\"queueLength\":" + queueLength + ",\"data\":[" + records + "]}"))
                .truth("integrationStarted");
    }

    private String store() {
        return new District(2026, 5_000).series("store").id(2);
    }

    private static String location(String id, String store, String code) {
        return record(
                "Location",
                id,
                "{\"ID\":\"" + id + "\",\"Description\":\"x\",\"code\":\"" + code + "\",\"hold\":false,\"store_ID\":\""
                        + store + "\",\"type_ID\":null,\"Volume\":0}");
    }

    private static String record(String table, String id, String data) {
        return "{\"syncOutId\":\"1\",\"tableName\":\"" + table + "\",\"recordId\":\"" + id
                + "\",\"action\":\"Update\",\"recordData\":" + data + '}';
    }
}
