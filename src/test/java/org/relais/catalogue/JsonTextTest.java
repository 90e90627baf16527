package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void everythingElseStaysAsItWasWritten() {
        String object = "{ \"a\" : 1.50 , \"charge code\":\"\\u00e9\", \"b\":{\"b\":[1, 2]} ,\"c\":1e3,\"b2\":null\n}";

        String changed = JsonText.with(object, Map.of("b", "true"));

        assertThat(changed)
                .isEqualTo("{ \"a\" : 1.50 , \"charge code\":\"\\u00e9\", \"b\":true ,\"c\":1e3,\"b2\":null\n}");
    }

    @Test
    void missingKeysAreAddedAtTheEnd() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("x", "1");
        values.put("y", "2");

        assertThat(JsonText.with("{\"a\":0}", values)).isEqualTo("{\"a\":0,\"x\":1,\"y\":2}");
        assertThat(JsonText.with("{}", values)).isEqualTo("{\"x\":1,\"y\":2}");
    }

    @Property
    void oneValueChangesAndTheOthersDoNot(
            @ForAll("objects") Map<String, String> object, @ForAll("texts") String value) {
        String key = object.keySet().iterator().next();
        String text = JSON.writeValueAsString(object);

        JsonNode changed = JSON.readTree(JsonText.with(text, Map.of(key, JsonCopy.quoted(value))));

        assertThat(changed.get(key).stringValue()).isEqualTo(value);
        assertThat(changed.propertyNames()).containsExactlyElementsOf(object.keySet());
        object.forEach((other, kept) -> {
            if (!other.equals(key)) {
                assertThat(changed.get(other).stringValue()).isEqualTo(kept);
            }
        });
    }

    @Property
    void numberAtAnyPlaceIsReplacedWhole(@ForAll double before, @ForAll long after, @ForAll boolean last) {
        String object = last ? "{\"a\":1,\"n\":" + before + "}" : "{\"n\":" + before + " ,\"a\":1}";

        String changed = JsonText.with(object, Map.of("n", Long.toString(after)));

        assertThat(changed).isEqualTo(object.replace("\"n\":" + before, "\"n\":" + after));
    }

    @Provide
    Arbitrary<Map<String, String>> objects() {
        return Arbitraries.maps(texts(), texts()).ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u07ff')
                .withChars('"', '\\', '\n', '\u2028')
                .ofMaxLength(12);
    }
}
