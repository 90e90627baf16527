package org.relais.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives spoiled answers to every call of both protocols. Whatever the answer, the call ends soon, as a success or as a {@link
 * CentralFailure} with a code, and the records that came of it can be judged.
 */
public final class AnswerSoak implements AutoCloseable {

    private static final RecordTypes TYPES = RecordTypes.load();
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final String PULLED = """
            {"data":{"end_cursor":12,"total_records":3,"records":[{"cursor":3,"record":{"tableName":"asset_class","recordId":"c",\
            "action":"Update","recordData":{"id":"c","name":"Équipement"}}},{"cursor":7,"record":{"tableName":"asset_log",\
            "recordId":"l","action":"Update","recordData":{"id":"l","asset_id":"a","user_id":"u","status":"FUNCTIONING",\
            "log_datetime":"2026-11-22T08:00:00"}}},{"cursor":12,"record":{"tableName":"asset_log","recordId":"m",\
            "action":"Delete","recordData":null}}],"is_last_batch":false}}""";

    private static final List<String> LEGACY_ERRORS = List.of(
            "{\"error\":{\"code\":\"site_incorrect_password\",\"message\":\"m\",\"data\":null}}",
            "{\"error\":{\"code\":\"api_version_incompatible\",\"message\":\"m\",\"data\":{\"major\":20,\"minor\":0}}}");

    private static final List<String> OPEN_ERRORS = List.of(
            "{\"error\":\"integrationInProgress\"}",
            "{\"error\":{\"syncVersionMismatch\":[7,9,5]}}",
            "{\"error\":{\"legacyServerError\":\"x\"}}");

    private final Map<String, BiConsumer<TestSite, ScriptedServer>> calls = new LinkedHashMap<>();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final ScriptedServer server;
    private volatile Mutations.Sent sent;

    /** @throws IOException when the recorded answers cannot be read */
    public AnswerSoak() throws IOException {
        JsonNode recorded = recorded();
        legacy("GET /sync/v5/site", recorded, LegacyCentral::site);
        legacy("GET /sync/v5/site_status", recorded, LegacyCentral::status);
        legacy("POST /sync/v5/initialise", recorded, LegacyCentral::initialise);
        call("GET /sync/v5/central_records", recorded, (site, at) -> site.legacy(at.url())
                .centralRecords(0, 500, site.received::add));
        call("GET /sync/v5/queued_records", recorded, (site, at) -> site.legacy(at.url())
                .queuedRecords(500, site.received::add));
        call("POST /sync/v5/acknowledged_records", recorded, (site, at) -> site.legacy(at.url())
                .acknowledge(List.of("1", "2")));
        legacy("POST /sync/v5/queued_records", recorded, central -> central.push(1, records()));
        legacy("POST /api/v4/login", recorded, central -> central.login("pharma", "pharma"));
        call("POST /central/sync/pull", recorded, (site, at) -> site.open(at.url())
                .pull(0, 500, true, site.received::add));
        call("POST /central/sync/push", recorded, (site, at) -> site.open(at.url())
                .push(new OpenBatch(1, 1, records(), true)));
        call("POST /central/sync/site_status", recorded, (site, at) -> site.open(at.url())
                .integrating());
        answers.get("POST /central/sync/pull").add(PULLED);
        answers.forEach((name, its) -> its.addAll(name.contains("/central/") ? OPEN_ERRORS : LEGACY_ERRORS));
        server = new ScriptedServer(exchange -> {
            Mutations.Sent now = sent;
            exchange.getResponseHeaders().set("content-type", now.type());
            if (!now.encoding().isEmpty()) {
                exchange.getResponseHeaders().set("content-encoding", now.encoding());
            }
            exchange.sendResponseHeaders(now.status(), now.length() == 0 ? -1 : now.length());
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(now.body());
            }
        });
    }

    /**
     * Gives one answer.
     *
     * @param seed with the number it makes the answer
     * @return what is wrong with how it was taken; empty when nothing is
     */
    public Optional<String> play(long seed, int number) {
        SplittableRandom dice = new SplittableRandom(seed * 1_000_003L + number);
        String call = List.copyOf(calls.keySet()).get(dice.nextInt(calls.size()));
        List<String> right = answers.get(call);
        sent = Mutations.of(right.get(dice.nextInt(right.size())), dice);
        TestSite site = new TestSite();
        long begun = System.nanoTime();
        String wrong = null;
        try {
            calls.get(call).accept(site, server);
            site.received.forEach(AnswerSoak::judge);
        } catch (CentralFailure failure) {
            wrong = failure.code() == null ? "a failure without a code: " + failure : null;
        } catch (RuntimeException | Error e) {
            wrong = "ended with " + e + " at " + e.getStackTrace()[0];
        } finally {
            site.afterEach(null);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (wrong == null && took.compareTo(MOST) > 0) {
            wrong = "took " + took;
        }
        return Optional.ofNullable(wrong)
                .map(what -> "answer %d of seed %d to %s: %s".formatted(number, seed, call, what));
    }

    private static void judge(WireRecord record) {
        if (record.action() == Action.UPSERT) {
            TYPES.byTable(record.key().table()).ifPresent(type -> type.check(record.data()));
        }
    }

    private static List<OutgoingRecord> records() {
        return List.of(
                new OutgoingRecord(1, new WireRecord(new RecordKey("Location", "l"), Action.UPSERT, "{\"ID\":\"l\"}")));
    }

    private interface LegacyCall {
        Object ask(LegacyCentral central);
    }

    private void legacy(String name, JsonNode recorded, LegacyCall call) {
        call(name, recorded, (site, at) -> call.ask(site.legacy(at.url())));
    }

    private void call(String name, JsonNode recorded, BiConsumer<TestSite, ScriptedServer> call) {
        calls.put(name, call);
        answers.put(name, new ArrayList<>());
        for (JsonNode each : recorded) {
            String path = each.path("path").stringValue().replaceFirst("\\?.*", "");
            if (name.equals(each.path("method").stringValue() + " " + path)) {
                answers.get(name)
                        .add(
                                each.path("answer").isNull()
                                        ? ""
                                        : each.path("answer").toString());
            }
        }
        if (answers.get(name).isEmpty()) {
            throw new IllegalStateException("no recorded answer to " + name);
        }
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream in = AnswerSoak.class.getResourceAsStream("/exchanges/exchanges.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
