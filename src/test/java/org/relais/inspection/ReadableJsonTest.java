package org.relais.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.vocabulary.Texts;

class ReadableJsonTest {

    @Test
    void everyKeyAndEveryNumberIsShownAsItCame() {
        ReadableJson readable = ReadableJson.of(
                "{\"b\":1.50,\"b\":\"<script>\",\"a\":{\"x\":[]},\"n\":12345678901234567890.10,\"e\":1e3}");

        assertThat(readable.text().replaceAll("\\s+", " "))
                .isEqualTo("{ \"b\" : 1.50, \"b\" : \"<script>\", \"a\" : { \"x\" : [ ] },"
                        + " \"n\" : 12345678901234567890.10, \"e\" : 1e3 }");
        assertThat(readable.text().lines().count()).isGreaterThan(5);
        assertThat(readable.cut()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":", "no JSON", "{\"a\":1} }", "{'a':1}"})
    void whatIsNoJsonIsShownAsItCame(String text) {
        assertThat(ReadableJson.of(text)).isEqualTo(new ReadableJson(text, false));
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        String smile = "😀";
        ReadableJson readable = ReadableJson.of("\"" + smile.repeat(ReadableJson.MOST));

        assertThat(readable.cut()).isTrue();
        assertThat(readable.text().endsWith(smile)).isTrue();
        assertThat(Texts.length(readable.text())).isEqualTo(ReadableJson.MOST);
    }
}
