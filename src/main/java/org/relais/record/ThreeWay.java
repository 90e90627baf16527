package org.relais.record;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A change that was made here, beside what a central server has of the record by now. Only the fields that the change is about are
 * compared: a central server may write everything else in its own way. Nothing, null and an empty text are the same.
 */
final class ThreeWay {

    private final Map<String, String> changed = new LinkedHashMap<>();
    private final String arrived;
    private final boolean untouched;
    private final boolean contained;

    private ThreeWay(Map<String, String> base, Map<String, String> ours, String arrived, Map<String, String> theirs) {
        this.arrived = arrived;
        ours.forEach((field, value) -> {
            if (!same(value, base.get(field))) {
                changed.put(field, value);
            }
        });
        this.untouched = changed.keySet().stream().allMatch(field -> same(theirs.get(field), base.get(field)));
        this.contained = changed.keySet().stream().allMatch(field -> same(theirs.get(field), changed.get(field)));
    }

    /**
     * Compares texts of one record.
     *
     * @param base as it was before the change
     * @param ours as the change left it
     * @param arrived as the central server has it
     * @throws JacksonException if one of them is no JSON object
     */
    static ThreeWay of(String base, String ours, String arrived) {
        return new ThreeWay(fields(base), fields(ours), arrived, fields(arrived));
    }

    /** Whether a text has in all fields what the other one has there, as far as it has these fields. */
    static boolean saysTheSame(String base, String arrived) {
        Map<String, String> theirs = fields(arrived);
        return fields(base).entrySet().stream()
                .allMatch(field ->
                        !theirs.containsKey(field.getKey()) || same(field.getValue(), theirs.get(field.getKey())));
    }

    /** Whether the server has the change, or there is nothing in it. */
    boolean isContained() {
        return contained;
    }

    /** Whether the server has of all that was changed what was there before the change. */
    boolean isUntouched() {
        return untouched;
    }

    /** What the server has, with the change made to it. */
    String rebased() {
        return JsonText.with(arrived, changed);
    }

    private static Map<String, String> fields(String object) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JsonCopy.parser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                fields.put(field, JsonCopy.copyValue(parser));
            }
        }
        return fields;
    }

    private static boolean same(String one, String other) {
        String first = meaning(one);
        String second = meaning(other);
        return first.equals(second)
                || isNumber(first) && isNumber(second) && new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
    }

    private static String meaning(String value) {
        return value == null || value.equals("null") || value.equals("\"\"") ? "" : value;
    }

    private static boolean isNumber(String value) {
        return value.matches("-?\\d{1,30}(\\.\\d{1,30})?");
    }
}
