package org.relais.central;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** How JSON from the central servers is read: large texts pass, absurd depth does not. */
final class Json {

    /** Far deeper than any record or form's definition, and a record of this depth can still be stored and sent on. */
    private static final int DEEPEST = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength((int) MeteredStream.LARGEST_PIECE)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

    /** Reads a value after which the answer goes on. */
    private static final ObjectReader ONE_OF_SEVERAL =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /** The value at which the parser stands, whole. */
    static JsonNode value(JsonParser parser) {
        return ONE_OF_SEVERAL.readTree(parser);
    }

    /** The object that an answer consists of, whole: for answers that are small. */
    static Fields document(Answer answer) throws IOException {
        return new Fields(MAPPER.readTree(answer.body()));
    }

    /** The value of a text, or a missing node when the text is not JSON. */
    static JsonNode lenient(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
