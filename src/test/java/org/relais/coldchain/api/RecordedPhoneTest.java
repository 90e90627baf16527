package org.relais.coldchain.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.record.ChangeRenderer;
import org.relais.record.Outbox;
import org.relais.record.RenderedChange;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone's calls as they were recorded with a real server, and what that server sent to its central server afterwards. */
class RecordedPhoneTest extends PhoneSite {

    private static final JsonNode RECORDED =
            JsonMapper.builder().build().readTree(Path.of("src/test/resources/exchanges/coldchain_exchanges.json"));

    /** The call's first id, or the body's beginning, and what is answered here instead, on purpose. */
    private static final Map<String, Integer> BETTER = Map.of(
            // A sensor without a name, a battery or a date is a sensor: the real server refuses it for ever.
            "s-3", 200,
            "s-4", 200,
            "s-5", 200,
            // A row that names a sensor that is not here waits for it, and the other rows of its batch are not asked
            // again.
            "b-3", 200,
            "l-4", 200,
            // What no server would take is in quarantine, so that the phone goes on with the next batch.
            "b-4", 200,
            "l-6", 200);

    /** Records that the real server did not have, because it refused them. */
    private static final Set<String> TAKEN_HERE_ONLY = Set.of("s-3", "s-4", "s-5");

    @Autowired
    private Outbox outbox;

    @Autowired
    private ChangeRenderer renderer;

    @Test
    void theRecordedCallsAreAnsweredAsTheyWereOrBetterAndSentOnAlike() throws Exception {
        Caller phone = new Caller();
        for (JsonNode exchange : RECORDED.get("exchanges")) {
            HttpResponse<String> answer = call(phone, exchange);

            int expected = BETTER.getOrDefault(
                    firstId(exchange), exchange.get("status").asInt());
            assertThat(answer.statusCode()).as(exchange.toString()).isEqualTo(expected);
            if (expected == 200 && exchange.get("status").asInt() == 200) {
                assertAlike(answer.body(), exchange.get("answer").asString());
            }
        }

        Map<String, Map<String, Object>> sent = new TreeMap<>();
        renderer.render(CentralServer.LEGACY, outbox.waitingFor(CentralServer.LEGACY, 0, 1000))
                .forEach(change -> {
                    RenderedChange.Send send = (RenderedChange.Send) change;
                    sent.put(
                            send.record().key().id(),
                            values(PhoneJson.MAPPER.readTree(send.record().data())));
                });
        TAKEN_HERE_ONLY.forEach(id -> assertThat(sent.remove(id)).as(id).isNotNull());
        Map<String, Map<String, Object>> recorded = new TreeMap<>();
        RECORDED.get("pushed")
                .forEach(record -> recorded.put(record.get("recordId").asString(), values(record.get("recordData"))));
        assertThat(sent.keySet()).isEqualTo(recorded.keySet());
        sent.forEach((id, values) -> assertThat(values).as(id).isEqualTo(better(id, recorded.get(id), values)));
    }

    private HttpResponse<String> call(Caller phone, JsonNode exchange) throws Exception {
        String path = exchange.get("path").asString().replace("/coldchain/v1/", "");
        if (path.equals("login")) {
            boolean right = exchange.get("status").asInt() == 200;
            return phone.login("admin", right ? "blé-27" : "wrong");
        }
        JsonNode body = exchange.get("body");
        return phone.send(exchange.get("method").asString(), path, body.isString() ? body.asString() : body.toString());
    }

    private static String firstId(JsonNode exchange) {
        JsonNode first = exchange.get("body").path(0).path("id");
        return first.isString() ? first.asString() : "";
    }

    /** What is answered here says the same, of what the row holds; the real server adds what it has besides. */
    private static void assertAlike(String answer, String recorded) {
        if (!recorded.startsWith("[{")) {
            assertThat(answer).isEqualTo(recorded);
            return;
        }
        JsonNode here = PhoneJson.MAPPER.readTree(answer).get(0).get("Ok");
        JsonNode there = PhoneJson.MAPPER.readTree(recorded).get(0).get("Ok");
        String row = there.propertyNames().iterator().next();
        assertThat(here.propertyNames()).containsExactly(row);
        here.get(row).properties().forEach(value -> assertThat(value(value.getValue()))
                .as(row + " " + value.getKey())
                .isEqualTo(value(there.get(row).get(value.getKey()))));
    }

    /** What the real server sent, but for what is better here. */
    private static Map<String, Object> better(String id, Map<String, Object> recorded, Map<String, Object> here) {
        Map<String, Object> better = new LinkedHashMap<>(recorded);
        if (recorded.containsKey("macAddress")) {
            // When it was alive last is told, and a maker once.
            for (String key : Set.of("lastConnectionDate", "lastConnectionTime", "om_last_connection_datetime")) {
                assertThat(here.get(key)).as(id + " " + key).isNotNull();
                better.put(key, here.get(key));
            }
            better.computeIfPresent("macAddress", (key, serial) -> serial.toString()
                    .replace(" | BERLINGER | BLUE_MAESTRO", " | BERLINGER"));
        }
        if (id.equals("b-later")) {
            // The breach that a reading names begins with that reading, not in 1970.
            better.put("om_start_datetime", "2026-11-22T01:52:15");
            better.put("start_date", "2026-11-22T00:00:00");
            better.put("start_time", "01:52:15");
        }
        return better;
    }

    private static Map<String, Object> values(JsonNode record) {
        Map<String, Object> values = new LinkedHashMap<>();
        record.properties().forEach(value -> values.put(value.getKey(), value(value.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isNumber() ? new BigDecimal(node.asString()).stripTrailingZeros() : node.asString();
    }
}
