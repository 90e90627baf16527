package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class JsonCopyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\":1,\"a\":2,\"charge code\":\"x\",\"\":null}",
                "{\"twice\":1,\"twice\":2}",
                "{\"n\":[1.10,-0.0,1E+2,12345678901234567890.123456789,0]}",
                "{\"deep\":{\"a\":[[],{},[{\"b\":[true,false,null]}]]},\"after\":1}",
                "{\"text\":\"Santé ñ 😀 \\u0000 \\\" \\\\ \\n / \\ud800 x\"}"
            })
    void keepsEverything(String json) {
        assertThat(copy(json)).isEqualTo(json);
    }

    @Test
    void leavesOutTheSpaceBetweenTokens() {
        assertThat(copy(" {\n \"a\" : [ 1 , { } ] }")).isEqualTo("{\"a\":[1,{}]}");
    }

    @Test
    void stopsAtTheEndOfTheObject() {
        try (JsonParser parser = JsonCopy.parser("[{\"a\":1},{\"b\":2}]")) {
            parser.nextToken();
            parser.nextToken();
            assertThat(JsonCopy.copyValue(parser)).isEqualTo("{\"a\":1}");
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(JsonCopy.copyValue(parser)).isEqualTo("{\"b\":2}");
            assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
        }
    }

    @Test
    void refusesBrokenText() {
        assertThatThrownBy(() -> copy("{\"a\":")).isInstanceOf(JacksonException.class);
    }

    private static String copy(String json) {
        try (JsonParser parser = JsonCopy.parser(json)) {
            parser.nextToken();
            return JsonCopy.copyValue(parser);
        }
    }
}
