package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the support file has it: for people to read. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static void write(Object value, Writer out) throws IOException {
        out.write(MAPPER.writeValueAsString(value));
        out.write('\n');
    }
}
