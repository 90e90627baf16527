package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the bodies that sites send; what stands under {@code recordData} stays the text that it was, to the last blank. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String KEPT_AS_TEXT = "recordData";

    /** A value that was not read but kept. */
    record Raw(String text) {}

    /** The body cannot be what it should be; the message is what the Open mSupply central server would say. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message);
        }
    }

    private Json() {}

    /** An object's fields, whose types are asked for one by one. */
    static Fields object(byte[] body) {
        if (read(body) instanceof Map<?, ?> map) {
            return new Fields(map);
        }
        throw new Malformed("invalid type, expected an object");
    }

    /** Maps, lists, texts, booleans, longs, doubles and null. */
    static Object read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() == null) {
                throw new Malformed("EOF while parsing a value at line 1 column 0");
            }
            Object value = value(parser, body, false);
            if (parser.nextToken() != null) {
                throw new Malformed("trailing characters");
            }
            return value;
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage());
        }
    }

    static Object read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Object value(JsonParser parser, byte[] body, boolean keep) {
        JsonToken token = parser.currentToken();
        if (keep && token != JsonToken.VALUE_NULL) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (token == JsonToken.VALUE_STRING) {
                parser.getString();
            }
            int to = (int) parser.currentLocation().getByteOffset();
            return new Raw(new String(body, from, to - from, StandardCharsets.UTF_8));
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    map.put(name, value(parser, body, name.equals(KEPT_AS_TEXT)));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser, body, false));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue().longValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw new Malformed("expected value");
        };
    }

    /** Typed access to an object's fields; a missing or differently typed one is {@link Malformed}. */
    record Fields(Map<?, ?> map) {
        String text(String name) {
            return required(name, String.class, "a string");
        }

        long integer(String name) {
            return required(name, Long.class, "an integer");
        }

        /** An integer that may be left out. */
        long integer(String name, long otherwise) {
            return map.get(name) == null ? otherwise : integer(name);
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
            return required(name, Boolean.class, "a boolean");
        }

        Fields object(String name) {
            return new Fields(required(name, Map.class, "an object"));
        }

        List<Fields> objects(String name) {
            List<?> elements = required(name, List.class, "an array");
            return elements.stream().map(Fields::element).toList();
        }

        List<String> texts(String name) {
            List<?> elements = required(name, List.class, "an array");
            return elements.stream().map(Fields::text).toList();
        }

        /** The text of a value that was kept as it came, or null where there was none or null. */
        String kept(String name) {
            return map.get(name) instanceof Raw raw ? raw.text() : null;
        }

        /** A text that may be left out. */
        String text(String name, String otherwise) {
            return map.get(name) == null ? otherwise : text(name);
        }

        private <T> T required(String name, Class<T> type, String expected) {
            if (!map.containsKey(name)) {
                throw new Malformed("missing field `" + name + '`');
            }
            Object value = map.get(name);
            if (!type.isInstance(value)) {
                throw new Malformed("invalid type for `" + name + "`, expected " + expected);
            }
            return type.cast(value);
        }

        private static Fields element(Object element) {
            if (element instanceof Map<?, ?> map) {
                return new Fields(map);
            }
            throw new Malformed("invalid type, expected an object");
        }

        private static String text(Object element) {
            if (element instanceof String text) {
                return text;
            }
            throw new Malformed("invalid type, expected a string");
        }
    }
}
