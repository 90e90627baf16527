package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a real site sent, header by header and key by key, is what this one sends; what it was answered is understood. */
class RecordedSessionTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What an HTTP client adds by itself. */
    private static final List<String> OF_THE_CLIENT = List.of("host", "content-length", "user-agent");

    @RegisterExtension
    final TestSite site = new TestSite();

    @Test
    void asksLikeTheRealSite() throws IOException {
        JsonNode recorded = recorded();
        Iterator<JsonNode> answers = recorded.iterator();
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            JsonNode call = answers.next();
            JsonNode answer = call.path("answer");
            ScriptedServer.json(exchange, call.path("status").asInt(), answer.isNull() ? "" : answer.toString());
        })) {
            LegacyCentral legacy = site.legacy(server.url());
            OpenCentral open = site.open(server.url());

            assertThat(legacy.site().initialisationStatus()).isEqualTo(InitialisationStatus.NEW);
            assertThat(legacy.site())
                    .isEqualTo(new SiteInfo(
                            "13815dfd-9ced-5079-be39-8ea60ae48544",
                            2,
                            InitialisationStatus.NEW,
                            "http://127.0.0.1:18002",
                            false,
                            1));
            assertThat(legacy.initialise()).isEqualTo(100);
            assertThat(legacy.centralRecords(0, 500, site.received::add)).isEqualTo(new CentralPage(2, 4, 261));
            assertThat(legacy.centralRecords(261, 500, site.received::add)).isEqualTo(new CentralPage(0, 261, 261));
            assertThat(legacy.queuedRecords(500, site.received::add)).isEqualTo(new QueuePage(100, List.of("1", "2")));
            legacy.acknowledge(
                    IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList());
            assertThat(legacy.queuedRecords(500, site.received::add)).isEqualTo(new QueuePage(0, List.of()));
            PullPage first = open.pull(0, 500, false, site.received::add);
            assertThat(first).isEqualTo(new PullPage(0, -1, 244, 54, true));
            assertThat(first.nextCursor()).isEqualTo(245);
            assertThat(legacy.login("pharma", "pharma")).isInstanceOfSatisfying(LoginAnswer.Known.class, known -> {
                assertThat(known.accepted()).isTrue();
                assertThat(known.user().orElseThrow().language()).isEqualTo(1);
                assertThat(known.stores().getFirst().permits(39)).isTrue();
                assertThat(known.stores().getFirst().permits(38)).isFalse();
            });
            assertThat(legacy.site().initialisationStatus()).isEqualTo(InitialisationStatus.COMPLETED);
            assertThat(open.push(openBatch(recorded))).isEqualTo(2);
            assertThat(open.integrating()).isFalse();
            assertThat(legacy.push(3, List.of())).isFalse();
            assertThat(legacy.push(0, List.of())).isTrue();
            assertThat(legacy.status().idle()).isFalse();
            assertThat(legacy.status().idle()).isTrue();
            legacy.centralRecords(261, 500, site.received::add);
            legacy.queuedRecords(500, site.received::add);
            PullPage last = open.pull(245, 500, true, site.received::add);
            assertThat(last).isEqualTo(new PullPage(0, 244, 408, 0, true));
            assertThat(last.nextCursor()).isEqualTo(245);

            assertThat(server.asked()).hasSameSizeAs(recorded);
            for (int i = 0; i < recorded.size(); i++) {
                assertSame(server.asked().get(i), recorded.get(i), server.url());
            }
        }
        assertThat(site.received)
                .extracting(record -> record.key().table())
                .containsExactly("currency", "name", "item_line", "item_line");
        assertThat(site.received.get(1).data())
                .isEqualTo(recorded.get(3).at("/answer/data/1/recordData").toString());
    }

    private static void assertSame(ScriptedServer.Asked asked, JsonNode recorded, URI url) {
        String which = recorded.path("method").stringValue() + " "
                + recorded.path("path").stringValue();
        assertThat(asked.method() + " " + asked.path()).isEqualTo(which);
        Map<String, String> headers = new HashMap<>(asked.headers());
        OF_THE_CLIENT.forEach(headers::remove);
        assertThat(headers).as(which).isEqualTo(headers(recorded));
        String body =
                recorded.path("body").isNull() ? "" : recorded.path("body").toString();
        assertThat(asked.body().replace(url.toString(), "http://127.0.0.1:18000"))
                .as(which)
                .isEqualTo(body);
    }

    private static Map<String, String> headers(JsonNode recorded) {
        Map<String, String> headers = new HashMap<>();
        recorded.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().stringValue()));
        return headers;
    }

    private static OpenBatch openBatch(JsonNode recorded) {
        for (JsonNode call : recorded) {
            if (call.path("path").stringValue().equals("/central/sync/push")) {
                JsonNode batch = call.at("/body/batch");
                List<OutgoingRecord> records = new ArrayList<>();
                for (JsonNode entry : batch.path("records")) {
                    JsonNode record = entry.path("record");
                    records.add(new OutgoingRecord(
                            entry.path("cursor").asLong(),
                            new WireRecord(
                                    new RecordKey(
                                            record.path("tableName").stringValue(),
                                            record.path("recordId").stringValue()),
                                    Action.UPSERT,
                                    record.path("recordData").toString())));
                }
                return new OpenBatch(
                        batch.path("end_cursor").asLong(),
                        batch.path("total_records").asLong(),
                        records,
                        true);
            }
        }
        throw new AssertionError("no push was recorded");
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream in = RecordedSessionTest.class.getResourceAsStream("/exchanges/exchanges.json")) {
            return JSON.readTree(in);
        }
    }
}
