package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.POJONode;

/** Reads the bodies that sites send; what stands under {@code recordData} stays the text that it was, to the last blank. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The body cannot be what it should be; the message is what the Open mSupply central server would say. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message);
        }
    }

    private Json() {}

    /** An object's fields, whose types are asked for one by one. */
    static Fields object(byte[] body) {
        return Fields.of(read(body));
    }

    static Fields object(String text) {
        return object(text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode read(byte[] body) {
        try (JsonParser parser = new KeptText(MAPPER.createParser(body), body)) {
            JsonNode value = MAPPER.readTree(parser);
            if (value == null || value.isMissingNode()) {
                throw new Malformed("EOF while parsing a value at line 1 column 0");
            }
            if (parser.nextToken() != null) {
                throw new Malformed("trailing characters");
            }
            return value;
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage());
        }
    }

    static JsonNode read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Typed access to an object's fields; a missing or differently typed one is {@link Malformed}. */
    record Fields(JsonNode node) {
        static Fields of(JsonNode node) {
            if (!node.isObject()) {
                throw new Malformed("invalid type, expected an object");
            }
            return new Fields(node);
        }

        /** Whatever is there; a missing node when there is nothing. */
        JsonNode value(String name) {
            return node.path(name);
        }

        String text(String name) {
            return required(name, JsonNode::isString, "a string").stringValue();
        }

        /** A text that may be left out. */
        String text(String name, String otherwise) {
            return node.hasNonNull(name) ? text(name) : otherwise;
        }

        long integer(String name) {
            return required(name, value -> value.isIntegralNumber() && value.canConvertToLong(), "an integer")
                    .longValue();
        }

        /** An integer that may be left out. */
        long integer(String name, long otherwise) {
            return node.hasNonNull(name) ? integer(name) : otherwise;
        }

        /** An integer that is not negative. */
        long natural(String name) {
            long number = integer(name);
            if (number < 0) {
                throw new Malformed("invalid value: integer `" + number + "`, expected u64 for `" + name + '`');
            }
            return number;
        }

        boolean truth(String name) {
            return required(name, JsonNode::isBoolean, "a boolean").booleanValue();
        }

        Fields object(String name) {
            return new Fields(required(name, JsonNode::isObject, "an object"));
        }

        List<Fields> objects(String name) {
            return required(name, JsonNode::isArray, "an array")
                    .valueStream()
                    .map(Fields::of)
                    .toList();
        }

        List<String> texts(String name) {
            return required(name, JsonNode::isArray, "an array")
                    .valueStream()
                    .map(Fields::text)
                    .toList();
        }

        /** The text of a value that was kept as it came, or null where there was none or null. */
        String kept(String name) {
            return value(name) instanceof POJONode kept ? (String) kept.getPojo() : null;
        }

        private JsonNode required(String name, Predicate<JsonNode> type, String expected) {
            if (!node.has(name)) {
                throw new Malformed("missing field `" + name + '`');
            }
            if (!type.test(value(name))) {
                throw new Malformed("invalid type for `" + name + "`, expected " + expected);
            }
            return value(name);
        }

        private static String text(JsonNode element) {
            if (!element.isString()) {
                throw new Malformed("invalid type, expected a string");
            }
            return element.stringValue();
        }
    }
}
