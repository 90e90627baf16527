package org.relais.central;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An object of an answer, read key by key; every reading says what it expects, other keys do not matter. */
final class Fields {

    private final JsonNode object;

    Fields(JsonNode object) {
        if (object == null || !object.isObject()) {
            throw new UnexpectedAnswer("an object was expected");
        }
        this.object = object;
    }

    boolean has(String key) {
        return object.hasNonNull(key);
    }

    String text(String key) {
        JsonNode value = value(key);
        if (!value.isString()) {
            throw expected(key, "a text");
        }
        return value.stringValue();
    }

    /** The text, or the other one where the key is missing or null. */
    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    long number(String key) {
        JsonNode value = value(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw expected(key, "a whole number");
        }
        return value.longValue();
    }

    boolean flag(String key) {
        JsonNode value = value(key);
        if (!value.isBoolean()) {
            throw expected(key, "true or false");
        }
        return value.booleanValue();
    }

    Fields object(String key) {
        JsonNode value = value(key);
        if (!value.isObject()) {
            throw expected(key, "an object");
        }
        return new Fields(value);
    }

    List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode item : array(key)) {
            objects.add(new Fields(item));
        }
        return objects;
    }

    List<Boolean> flags(String key) {
        List<Boolean> flags = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!item.isBoolean()) {
                throw expected(key, "true or false in every place");
            }
            flags.add(item.booleanValue());
        }
        return flags;
    }

    private JsonNode array(String key) {
        JsonNode value = value(key);
        if (!value.isArray()) {
            throw expected(key, "a list");
        }
        return value;
    }

    /** The value as it is; a missing node when there is none. */
    JsonNode value(String key) {
        return object.path(key);
    }

    private static UnexpectedAnswer expected(String key, String kind) {
        return new UnexpectedAnswer("%s: %s was expected".formatted(key, kind));
    }
}
