package org.relais.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.catalogue.push.JsonValue;
import tools.jackson.core.JacksonException;

/**
 * What makes a person recognise a record of a type.
 *
 * @param parts its pieces in their order
 */
record Title(List<Part> parts) {

    private static final String BETWEEN = " · ";
    private static final int LONGEST = 120;
    /** White space, what cannot be seen, and halves of surrogate pairs. */
    private static final String UNSHOWN = "[\\s\\p{Cc}\\p{Cf}\\p{Cs}]+";

    private static final String NO_DATE = "0000-00-00";

    /**
     * A piece of a title.
     *
     * @param key of the record
     * @param table where the key leads; null when it is shown itself
     * @param theirs the keys of the other record that are shown
     */
    record Part(String key, String table, List<String> theirs) {}

    /** A record's title; empty when none of its pieces says anything, and for a text that is no JSON object. */
    Optional<String> of(String json, RecordLookup lookup) {
        return Optional.of(of(values(json), lookup)).filter(title -> !title.isEmpty());
    }

    private String of(Map<String, JsonValue> record, RecordLookup lookup) {
        String title =
                parts.stream().flatMap(part -> shown(part, record, lookup)).collect(Collectors.joining(BETWEEN));
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static Stream<String> shown(Part part, Map<String, JsonValue> record, RecordLookup lookup) {
        Stream<String> own = shown(part.key, record);
        return part.table == null
                ? own
                : own.flatMap(id -> lookup.json(new RecordKey(part.table, id)).stream())
                        .map(Title::values)
                        .flatMap(theirs -> part.theirs.stream().flatMap(key -> shown(key, theirs)));
    }

    private static Stream<String> shown(String key, Map<String, JsonValue> record) {
        return Stream.ofNullable(record.get(key))
                .filter(value -> value.is(JsonValue.Kind.TEXT) || value.is(JsonValue.Kind.NUMBER))
                .map(value -> value.text().replaceAll(UNSHOWN, " ").strip())
                .filter(text -> !text.isEmpty() && !text.startsWith(NO_DATE));
    }

    private static Map<String, JsonValue> values(String json) {
        try {
            return JsonValue.object(json);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Map.of();
        }
    }
}
