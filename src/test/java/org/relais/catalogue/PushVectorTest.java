package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a real site sent for a record is what this one sends. */
class PushVectorTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    /** Records that the samples name and do not hold, as far as they matter. */
    private static final Map<String, String> OTHERS = Map.of(
            "name/invad", "{\"type\":\"invad\",\"code\":\"invad\"}",
            "name/name_store_a", "{\"type\":\"store\",\"code\":\"code\",\"customer\":true,\"supplier\":true}",
            "name/name_store_b", "{\"type\":\"store\",\"code\":\"code\",\"customer\":true,\"supplier\":true}",
            "requisition/mock_request_draft_requisition3", "{\"type\":\"request\",\"programID\":\"\"}");

    static Stream<Vector> sent() {
        return Vector.ALL.stream().filter(vector -> !vector.isPull());
    }

    @ParameterizedTest
    @MethodSource("sent")
    void sendsWhatARealSiteSent(Vector vector) {
        RecordType type = TYPES.byTable(vector.table()).orElseThrow();
        String stored = pulled(vector.table(), vector.id()).orElse(vector.json());

        for (CentralServer server : type.pushedTo()) {
            Rendering rendering = type.render(stored, server, LinkResolver.NONE, PushVectorTest::lookup);

            assertThat(rendering).isInstanceOf(Rendering.Send.class);
            JsonNode sent = Vector.MAPPER.readTree(((Rendering.Send) rendering).json());
            assertThat(numbersByValue(sent)).isEqualTo(numbersByValue(vector.data()));
        }
        if (vector.channel().equals("v5")) {
            assertThat(type.pushedTo()).containsExactly(CentralServer.LEGACY);
        }
        if (vector.channel().equals("v6")) {
            assertThat(type.pushedTo()).containsExactly(CentralServer.OPEN);
        }
    }

    @ParameterizedTest
    @MethodSource("sent")
    void sendsTheSameWhenItStoredWhatItSent(Vector vector) {
        RecordType type = TYPES.byTable(vector.table()).orElseThrow();

        for (CentralServer server : type.pushedTo()) {
            Rendering rendering = type.render(vector.json(), server, LinkResolver.NONE, PushVectorTest::lookup);

            assertThat(rendering).isInstanceOf(Rendering.Send.class);
            JsonNode sent = Vector.MAPPER.readTree(((Rendering.Send) rendering).json());
            assertThat(numbersByValue(sent)).isEqualTo(numbersByValue(vector.data()));
        }
    }

    static Stream<Vector> pulled() {
        return Vector.ALL.stream()
                .filter(vector -> vector.isPull() && !vector.isDelete())
                .filter(vector -> TYPES.byTable(vector.table()).isPresent());
    }

    /** Of every type of the catalogue: those sent to both, to one and to none, and those whose values keep them here. */
    @ParameterizedTest
    @MethodSource("pulled")
    void whoGetsARecordIsKnownWithoutWritingIt(Vector vector) {
        RecordType type = TYPES.byTable(vector.table()).orElseThrow();

        assertThat(type.receivers(vector.json(), PushVectorTest::lookup))
                .isEqualTo(Stream.of(CentralServer.values())
                        .filter(server ->
                                !(type.render(vector.json(), server, LinkResolver.NONE, PushVectorTest::lookup)
                                        instanceof Rendering.Keep))
                        .collect(Collectors.toSet()));
    }

    static Stream<JsonNode> sentForPhones() {
        return Vector.MAPPER
                .readTree(Path.of("src/test/resources/exchanges/coldchain_exchanges.json"))
                .get("pushed")
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("sentForPhones")
    void sendsWhatARealSiteSentForPhones(JsonNode sent) {
        RecordType type = TYPES.byTable(sent.get("tableName").asString()).orElseThrow();
        JsonNode data = sent.get("recordData");

        Rendering rendering =
                type.render(data.toString(), CentralServer.LEGACY, LinkResolver.NONE, PushVectorTest::lookup);

        assertThat(rendering).isInstanceOf(Rendering.Send.class);
        assertThat(numbersByValue(Vector.MAPPER.readTree(((Rendering.Send) rendering).json())))
                .isEqualTo(numbersByValue(data));
    }

    private static Optional<String> lookup(RecordKey other) {
        return Optional.ofNullable(OTHERS.get(other.table() + "/" + other.id()))
                .or(() -> pulled(other.table(), other.id()));
    }

    private static Optional<String> pulled(String table, String id) {
        return Vector.ALL.stream()
                .filter(vector -> vector.isPull() && !vector.isDelete())
                .filter(vector -> vector.table().equals(table) && vector.id().equals(id))
                .map(Vector::json)
                .findFirst();
    }

    private static Object numbersByValue(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> values = new HashMap<>();
            node.properties().forEach(entry -> values.put(entry.getKey(), numbersByValue(entry.getValue())));
            return values;
        }
        return node.isNumber() ? node.doubleValue() : node;
    }
}
