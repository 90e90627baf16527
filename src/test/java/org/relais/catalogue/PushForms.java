package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Records of the samples, and others, in the form in which they are pushed. */
abstract class PushForms {

    private static final RecordTypes TYPES = RecordTypes.load();

    final Map<String, String> stored = new HashMap<>();

    Rendering render(String table, String json) {
        return type(table)
                .render(
                        json,
                        CentralServer.LEGACY,
                        LinkResolver.NONE,
                        other -> Optional.ofNullable(stored.get(other.table() + "/" + other.id())));
    }

    JsonNode sent(String table, String json) {
        return json(render(table, json));
    }

    static JsonNode json(Rendering rendering) {
        assertThat(rendering).isInstanceOf(Rendering.Send.class);
        return Vector.MAPPER.readTree(((Rendering.Send) rendering).json());
    }

    static RecordType type(String table) {
        return TYPES.byTable(table).orElseThrow();
    }

    static String sample(String table, String id) {
        return Vector.ALL.stream()
                .filter(vector -> vector.isPull()
                        && !vector.isDelete()
                        && vector.table().equals(table)
                        && vector.id().equals(id))
                .map(Vector::json)
                .findFirst()
                .orElseThrow();
    }
}
