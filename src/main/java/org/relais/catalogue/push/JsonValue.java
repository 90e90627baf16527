package org.relais.catalogue.push;

import java.util.LinkedHashMap;
import java.util.Map;
import org.relais.catalogue.JsonCopy;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value of a record, with the text of its numbers as it came.
 *
 * @param kind what it is
 * @param text the text of a string without quotes and escapes; for everything else its compact JSON
 */
public record JsonValue(Kind kind, String text) {

    /** The kinds of JSON values. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        LIST
    }

    /** JSON's null. */
    public static final JsonValue NULL = new JsonValue(Kind.NULL, "null");

    /** A text, given without quotes and escapes. */
    public static JsonValue text(String text) {
        return new JsonValue(Kind.TEXT, text);
    }

    static JsonValue number(String text) {
        return new JsonValue(Kind.NUMBER, text);
    }

    static JsonValue bool(boolean value) {
        return new JsonValue(Kind.BOOLEAN, String.valueOf(value));
    }

    /** A text as a value, null as JSON's null. */
    static JsonValue textOrNull(String text) {
        return text == null ? NULL : text(text);
    }

    /**
     * The value of a JSON text.
     *
     * @throws JacksonException when the text is broken
     */
    public static JsonValue parse(String json) {
        try (JsonParser parser = JsonCopy.parser(json)) {
            return value(parser, parser.nextToken());
        }
    }

    /**
     * The keys of an object in their order; of keys that come twice, the last value.
     *
     * @throws JacksonException when the text is broken
     * @throws IllegalArgumentException when it is no object
     */
    public static Map<String, JsonValue> object(String json) {
        try (JsonParser parser = JsonCopy.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object");
            }
            Map<String, JsonValue> values = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                values.put(key, value(parser, parser.nextToken()));
            }
            return values;
        }
    }

    private static JsonValue value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue(Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> NULL;
            case START_OBJECT -> new JsonValue(Kind.OBJECT, JsonCopy.copyValue(parser));
            default -> new JsonValue(Kind.LIST, JsonCopy.copyValue(parser));
        };
    }

    /** Whether it is of that kind. */
    public boolean is(Kind other) {
        return kind == other;
    }

    /** Appends it as JSON. */
    public void appendTo(StringBuilder out) {
        if (kind == Kind.TEXT) {
            JsonCopy.quote(out, text);
        } else {
            out.append(text);
        }
    }
}
