package org.relais.catalogue.push;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordLookup;

/** A record on its way to its push form: the stored values, which a {@link PushRule} changes. */
public final class PushDraft {

    private final Map<String, JsonValue> values;
    private final RecordLookup lookup;
    private String reasonToKeep;

    /**
     * @param values the stored record, key by key; copied
     * @param lookup other stored records
     */
    public PushDraft(Map<String, JsonValue> values, RecordLookup lookup) {
        this.values = new LinkedHashMap<>(values);
        this.lookup = lookup;
    }

    /** The value of a key, JSON's null when there is none. */
    public JsonValue get(String key) {
        return values.getOrDefault(key, JsonValue.NULL);
    }

    /** The text of a key; empty when it is unset, no text, or an empty one. */
    public Optional<String> text(String key) {
        return setText(get(key));
    }

    /** The number of a key as its text; empty when it is unset or no number. */
    Optional<String> number(String key) {
        JsonValue value = get(key);
        return value.is(JsonValue.Kind.NUMBER) ? Optional.of(value.text()) : Optional.empty();
    }

    /** Whether a key holds true. */
    boolean isTrue(String key) {
        return get(key).equals(JsonValue.bool(true));
    }

    /** The parts of an object, none when it is unset. */
    Map<String, JsonValue> parts(String key) {
        JsonValue value = get(key);
        return value.is(JsonValue.Kind.OBJECT) ? JsonValue.object(value.text()) : Map.of();
    }

    /** Sets a key, also one that the record did not have. */
    public void set(String key, JsonValue value) {
        values.put(key, value);
    }

    /** Sets an object from its parts. */
    void setParts(String key, Map<String, JsonValue> parts) {
        StringBuilder out = new StringBuilder("{");
        parts.forEach((name, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            JsonCopy.quote(out, name);
            out.append(':');
            value.appendTo(out);
        });
        values.put(key, new JsonValue(JsonValue.Kind.OBJECT, out.append('}').toString()));
    }

    /** Forgets all keys that begin so. */
    void dropAllThatBeginWith(String prefix) {
        values.keySet().removeIf(key -> key.startsWith(prefix));
    }

    /** The record that a key names; empty when it names none or that one is not there. */
    Optional<PushDraft> other(String table, String key) {
        return text(key)
                .flatMap(id -> lookup.json(new RecordKey(table, id)))
                .map(json -> new PushDraft(JsonValue.object(json), lookup));
    }

    /** Says that this record is not sent. */
    void keep(String reason) {
        reasonToKeep = reason;
    }

    /** Why this record is not sent; empty when it is. */
    public Optional<String> reasonToKeep() {
        return Optional.ofNullable(reasonToKeep);
    }

    /** A text that is set: neither null, nor another kind of value, nor empty. */
    static Optional<String> setText(JsonValue value) {
        return value != null && value.is(JsonValue.Kind.TEXT) && !value.text().isEmpty()
                ? Optional.of(value.text())
                : Optional.empty();
    }
}
