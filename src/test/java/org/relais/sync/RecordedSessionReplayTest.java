package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.run.Outcome;
import org.relais.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole session like the one in exchanges.json, which was recorded between a real site and its two servers: a first
 * synchronisation, then a run with three changes, of which two are for the Open mSupply central server and one is for
 * nobody. What this site sends, and what the demonstration network answers, has the recorded forms in the recorded order.
 *
 * <p>The recorded sign-in is none of a run's calls: org.relais.central.RecordedSessionTest has it.
 */
class RecordedSessionReplayTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SIGN_IN = "/api/v4/login";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static DemoNetwork network;
    private static RecordingRelay relay;
    private static Engine engine;
    private static List<RecordingRelay.Exchange> recorded;
    private static List<RecordingRelay.Exchange> ours;

    @BeforeAll
    static void holdTheSession() throws IOException {
        recorded = recording().stream()
                .filter(call -> !call.path().equals(SIGN_IN))
                .toList();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(150)));
        relay = new RecordingRelay(network);
        DemoSite site = network.sites().getFirst();
        engine = Engine.start(
                database,
                Engine.newDirectory(),
                "--relais.site.central-url=" + relay.url(),
                "--relais.site.name=" + site.name(),
                "--relais.site.password=" + site.password());
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
        changesOfTheSession().forEach(engine::save);
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        ours = relay.exchanges();
    }

    @AfterAll
    static void end() {
        engine.close();
        relay.close();
        network.close();
    }

    @Test
    void theCallsComeInTheRecordedOrder() {
        assertThat(order(ours)).isEqualTo(order(recorded));
    }

    @Test
    void headersAreTheRecordedOnes() {
        Map<String, Map<String, String>> known = new HashMap<>();
        recorded.forEach(call -> known.put(name(call), forms(call.headers())));
        for (RecordingRelay.Exchange call : ours) {
            assertThat(forms(call.headers())).as(name(call)).isEqualTo(known.get(name(call)));
        }
    }

    @Test
    void requestsHaveTheRecordedKeysTypesAndOrder() {
        Map<String, List<RecordingRelay.Exchange>> known = byName(recorded);
        for (RecordingRelay.Exchange call : ours) {
            List<String> forms = known.get(name(call)).stream()
                    .map(RecordingRelay.Exchange::body)
                    .map(RecordedSessionReplayTest::form)
                    .toList();
            assertThat(forms).as(name(call)).contains(form(call.body()));
        }
    }

    @Test
    void theSameChangesMakeTheSamePush() {
        JsonNode recordedPush = body(recorded, "/central/sync/push");
        JsonNode push = body(ours, "/central/sync/push");
        assertThat(push.at("/batch/total_records")).isEqualTo(recordedPush.at("/batch/total_records"));
        assertThat(push.at("/batch/is_last_batch")).isEqualTo(recordedPush.at("/batch/is_last_batch"));
        assertThat(push.at("/batch/records").size()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            String record = "/batch/records/" + i + "/record";
            assertThat(push.at(record).toString())
                    .isEqualTo(withOurIds(recordedPush.at(record).toString()));
        }
        assertThat(bodies(ours, "/sync/v5/queued_records")).isEqualTo(bodies(recorded, "/sync/v5/queued_records"));
        assertThat(flags(ours)).isEqualTo(flags(recorded));
    }

    @Test
    void answersHaveTheRecordedForms() {
        Map<String, List<RecordingRelay.Exchange>> known = byName(recorded);
        for (RecordingRelay.Exchange call : ours) {
            assertThat(known.get(name(call)))
                    .as(name(call) + " answered " + call.answer())
                    .anyMatch(like -> like.status() == call.status() && fits(call.answer(), like.answer()));
        }
    }

    private static List<WireRecord> changesOfTheSession() {
        JsonNode records = body(recorded, "/central/sync/push").at("/batch/records");
        List<WireRecord> changes = new ArrayList<>();
        for (JsonNode entry : records) {
            JsonNode record = entry.path("record");
            changes.add(new WireRecord(
                    new RecordKey(
                            record.path("tableName").stringValue(),
                            record.path("recordId").stringValue()),
                    Action.UPSERT,
                    withOurIds(record.path("recordData").toString())));
        }
        ObjectNode signIn = JSON.createObjectNode()
                .put("ID", "sign-in-1")
                .put("type", "UserLoggedIn")
                .put("user_ID", user())
                .put("store_ID", "")
                .put("record_ID", "")
                .put("datetime", "2026-11-22T02:08:06")
                .put("changed_to", "")
                .put("changed_from", "");
        changes.add(1, new WireRecord(new RecordKey("om_activity_log", "sign-in-1"), Action.UPSERT, signIn.toString()));
        return changes;
    }

    private static String withOurIds(String recordedText) {
        return recordedText.replace("\"facility\"", '"' + store() + '"').replace("\"user-pharma\"", '"' + user() + '"');
    }

    private static String store() {
        return engine.jdbc()
                .sql("select id from store_view where site_id = 2 order by id limit 1")
                .query(String.class)
                .single();
    }

    private static String user() {
        return engine.jdbc()
                .sql("select id from record where type = 'user' order by id limit 1")
                .query(String.class)
                .single();
    }

    /** The calls by name; polls and further pages of the same are told once, as there are as many as it takes. */
    private static String order(List<RecordingRelay.Exchange> calls) {
        String names = calls.stream().map(RecordedSessionReplayTest::name).collect(Collectors.joining("\n")) + "\n";
        String queue = "legacy GET /sync/v5/queued_records?limit\nlegacy POST /sync/v5/acknowledged_records\n";
        return names.replaceAll("(" + Pattern.quote(queue) + ")+", Matcher.quoteReplacement(queue))
                .replaceAll("(?m)^((?!.*POST /sync/v5/queued_records).*\n)\\1+", "$1");
    }

    /** What is called, without the values in the query. */
    private static String name(RecordingRelay.Exchange call) {
        return call.server() + " " + call.method() + " " + call.path().replaceAll("=[0-9]+", "");
    }

    private static Map<String, List<RecordingRelay.Exchange>> byName(List<RecordingRelay.Exchange> calls) {
        return calls.stream().collect(Collectors.groupingBy(RecordedSessionReplayTest::name));
    }

    private static JsonNode body(List<RecordingRelay.Exchange> calls, String path) {
        return calls.stream()
                .filter(call -> call.path().equals(path))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static List<String> bodies(List<RecordingRelay.Exchange> calls, String path) {
        return calls.stream()
                .filter(call -> call.path().equals(path))
                .map(call -> String.valueOf(call.body()))
                .toList();
    }

    /** Whether each pull of V6 was one of a site that is initialised; further pages told once. */
    private static String flags(List<RecordingRelay.Exchange> calls) {
        return calls.stream()
                .filter(call -> call.path().equals("/central/sync/pull"))
                .map(call -> call.body().path("isInitialised").toString())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Header values, those of one site told by their form. */
    private static Map<String, String> forms(Map<String, String> headers) {
        Map<String, String> forms = new HashMap<>(headers);
        forms.computeIfPresent("msupply-site-uuid", (name, id) -> id.replaceAll("[0-9a-f]{32}", "32 hex digits"));
        forms.computeIfPresent("authorization", (name, value) -> {
            String pair =
                    new String(Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8);
            return "Basic " + pair.replaceAll("^[^:]+:[0-9a-f]{64}$", "name and hash");
        });
        return forms;
    }

    /** Keys and types in their order; of a list what its elements have in common. */
    private static String form(JsonNode json) {
        if (json == null || json.isNull()) {
            return "null";
        }
        if (json.isObject()) {
            return json.properties().stream()
                    .map(field -> field.getKey() + ":" + form(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (json.isArray()) {
            return json.valueStream()
                    .map(RecordedSessionReplayTest::form)
                    .distinct()
                    .collect(Collectors.joining("|", "[", "]"));
        }
        return json.isIntegralNumber() ? "INTEGER" : json.getNodeType().name();
    }

    /** Whether an answer has the keys and types of a recorded one. Which records come is the network's business. */
    private static boolean fits(JsonNode answer, JsonNode like) {
        if (answer == null || like == null || answer.isNull() || like.isNull()) {
            return (answer == null || answer.isNull()) == (like == null || like.isNull());
        }
        if (answer.isArray()) {
            return like.isArray()
                    && answer.valueStream().allMatch(element -> like.isEmpty() || fits(element, like.path(0)));
        }
        if (answer.isObject()) {
            return like.isObject() && fitsKeys(answer, like);
        }
        return form(answer).equals(form(like));
    }

    private static boolean fitsKeys(JsonNode answer, JsonNode like) {
        List<String> keys = new ArrayList<>(answer.propertyNames());
        if (answer.path("action").asString("").equals("delete")) {
            keys.add("recordData");
        }
        return keys.equals(new ArrayList<>(like.propertyNames()))
                && answer.properties().stream()
                        .filter(field -> !field.getKey().equals("recordData"))
                        .allMatch(field -> fits(field.getValue(), like.path(field.getKey())));
    }

    private static List<RecordingRelay.Exchange> recording() throws IOException {
        List<RecordingRelay.Exchange> calls = new ArrayList<>();
        try (InputStream in = RecordedSessionReplayTest.class.getResourceAsStream("/exchanges/exchanges.json")) {
            for (JsonNode call : JSON.readTree(in)) {
                Map<String, String> headers = new HashMap<>();
                call.path("headers")
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().stringValue()));
                calls.add(new RecordingRelay.Exchange(
                        call.path("server").stringValue(),
                        call.path("method").stringValue(),
                        call.path("path").stringValue(),
                        headers,
                        call.path("body").isNull() ? null : call.path("body"),
                        call.path("status").asInt(),
                        call.path("answer").isNull() ? null : call.path("answer")));
            }
        }
        return calls;
    }
}
