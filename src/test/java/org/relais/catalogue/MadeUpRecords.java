package org.relais.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.relais.catalogue.push.JsonValue;

/** Makes up records from the descriptions of their types. */
final class MadeUpRecords {

    /** A valid record: the JSON text of each key's value. */
    record Sample(RecordType type, Map<String, String> values) {

        String json() {
            return object(values);
        }

        Sample with(String key, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(key, value);
            return new Sample(type, changed);
        }

        Sample without(String key) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.remove(key);
            return new Sample(type, changed);
        }

        @Override
        public String toString() {
            return type + " " + json();
        }
    }

    static final RecordTypes TYPES = RecordTypes.load();

    private static final String ABSENT = "";

    private MadeUpRecords() {}

    private static final Map<RecordType, Arbitrary<Sample>> BY_TYPE =
            TYPES.all().stream().collect(Collectors.toMap(type -> type, MadeUpRecords::of));

    static Arbitrary<Sample> ofAnyType() {
        return Arbitraries.of(TYPES.all()).flatMap(BY_TYPE::get);
    }

    static Arbitrary<Sample> of(RecordType type) {
        RecordDescription description = type.description();
        Map<String, Arbitrary<String>> forced = new LinkedHashMap<>();
        for (Condition condition : description.conditions()) {
            switch (condition) {
                case Condition.Needs needs -> forced.put(needs.needed(), set(description, needs.needed()));
                case Condition.AnyOf any ->
                    forced.put(
                            any.fields().getFirst(),
                            set(description, any.fields().getFirst()));
                case Condition.OneOf one ->
                    forced.put(one.field(), Arbitraries.of(one.allowed()).map(MadeUpRecords::quoted));
            }
        }
        description
                .checkedWhen()
                .ifPresent(when ->
                        forced.put(when.field(), Arbitraries.of(when.is()).map(MadeUpRecords::quoted)));
        return Combinators.combine(
                        keys(description.fields(), forced),
                        Arbitraries.maps(unknownKey(), json(2)).ofMaxSize(3))
                .as((values, unknown) -> {
                    Map<String, String> all = new LinkedHashMap<>(values);
                    all.putAll(unknown);
                    return new Sample(type, all);
                });
    }

    private static Arbitrary<String> set(RecordDescription description, String path) {
        return value(description.fields().find(path).orElseThrow(), true);
    }

    /** A key that no type has. */
    private static Arbitrary<String> unknownKey() {
        return Arbitraries.strings().alpha().ofMaxLength(6).map(text -> "unknown " + text);
    }

    private static Arbitrary<Map<String, String>> keys(FieldSet set, Map<String, Arbitrary<String>> forced) {
        List<Arbitrary<String>> values = new ArrayList<>();
        for (Field field : set.fields()) {
            values.add(forced.getOrDefault(field.name(), withPresence(field)));
        }
        return Combinators.combine(values).as(texts -> {
            Map<String, String> keys = new LinkedHashMap<>();
            for (int i = 0; i < texts.size(); i++) {
                if (!texts.get(i).equals(ABSENT)) {
                    keys.put(set.fields().get(i).name(), texts.get(i));
                }
            }
            return keys;
        });
    }

    private static Arbitrary<String> withPresence(Field field) {
        Arbitrary<String> value = value(field, false);
        return switch (field.presence()) {
            case REQUIRED -> value;
            case KEY_REQUIRED -> Arbitraries.oneOf(value, Arbitraries.just("null"));
            case OPTIONAL -> Arbitraries.oneOf(value, Arbitraries.of("null", ABSENT));
            case OPTIONAL_NOT_NULL -> Arbitraries.oneOf(value, Arbitraries.just(ABSENT));
        };
    }

    /** A good value, never null. */
    private static Arbitrary<String> value(Field field, boolean set) {
        Arbitrary<String> value =
                switch (field.type()) {
                    case TEXT -> {
                        boolean waits = field.target().filter(Target::waits).isPresent();
                        yield texts().filter(text -> !(set || waits) || !text.isEmpty())
                                .map(MadeUpRecords::quoted);
                    }
                    case NUMBER -> numbers();
                    case INTEGER -> Arbitraries.longs().map(String::valueOf);
                    case BOOLEAN -> Arbitraries.of("true", "false");
                    case DATE -> {
                        Arbitrary<String> days = days();
                        yield field.emptyIsUnset()
                                ? Combinators.combine(days, Arbitraries.of("", "T00:00:00", " 23:59:59"))
                                        .as((day, time) -> quoted(day + time))
                                : days.map(MadeUpRecords::quoted);
                    }
                    case DATETIME ->
                        Combinators.combine(days(), Arbitraries.of("T00:00:00", "T23:59:59", "T12:30:15.123456789"))
                                .as((day, time) -> quoted(day + time));
                    case TIME ->
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-1, 86_400).map(String::valueOf),
                                Arbitraries.of("null", "\"\"", "\"13:04:06\"", "1.5", "{}"));
                    case ENUM -> {
                        Arbitrary<String> listed = Arbitraries.of(field.values());
                        List<Arbitrary<String>> all = new ArrayList<>(List.of(listed));
                        if (!field.aliases().isEmpty()) {
                            all.add(Arbitraries.of(field.aliases().keySet()));
                        }
                        if (field.others() != Others.REFUSED) {
                            all.add(texts());
                        }
                        yield Arbitraries.oneOf(all).map(MadeUpRecords::quoted);
                    }
                    case OBJECT ->
                        keys(field.parts(), Map.of()).map(parts -> {
                            Map<String, String> all = new LinkedHashMap<>(parts);
                            all.put("unknown part", "1");
                            return object(all);
                        });
                    case MAP ->
                        Arbitraries.maps(texts(), value(field.element().orElseThrow(), true))
                                .ofMaxSize(3)
                                .map(MadeUpRecords::object);
                    case LIST ->
                        value(field.element().orElseThrow(), true)
                                .list()
                                .ofMaxSize(3)
                                .map(list -> "[" + String.join(",", list) + "]");
                    case ANY -> json(2).filter(text -> !text.equals("null"));
                };
        return set || !field.emptyIsUnset() ? value : Arbitraries.oneOf(value, empty(field.type()));
    }

    private static Arbitrary<String> empty(FieldType type) {
        return switch (type) {
            case DATE -> Arbitraries.of("\"\"", "\"0000-00-00\"", "\"0000-00-00T00:00:00\"");
            case OBJECT -> Arbitraries.of("\"\"", "{}", "[]");
            default -> Arbitraries.just("\"\"");
        };
    }

    private static Arbitrary<String> days() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28))
                .as((year, month, day) -> "%04d-%02d-%02d".formatted(year, month, day));
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(String::valueOf),
                Arbitraries.bigDecimals().ofScale(4).map(number -> number.toPlainString()),
                Arbitraries.of("0", "0.0", "-0.0", "1.10", "1e3", "1E-7", "12345678901234567890.123456789"));
    }

    /** Texts of all kinds, with quotes, controls and halves of surrogate pairs. */
    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.of(
                        "", "0", "\"\\/\b\f\n\r\t\u0000", "Pharmacie n° 3 — ñ", "\uD83D\uDE00", "\uD800", "x\uDC00y"));
    }

    /** Any JSON value. */
    static Arbitrary<String> json(int depth) {
        Arbitrary<String> simple = Arbitraries.oneOf(
                texts().map(MadeUpRecords::quoted), numbers(), Arbitraries.of("true", "false", "null", "{}", "[]"));
        if (depth == 0) {
            return simple;
        }
        return Arbitraries.oneOf(
                simple,
                json(depth - 1).list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
                Arbitraries.maps(texts(), json(depth - 1)).ofMaxSize(3).map(MadeUpRecords::object));
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        JsonCopy.quote(out, text);
        return out.toString();
    }

    static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The keys of a JSON object. */
    static Set<String> keysOf(String json) {
        return JsonValue.object(json).keySet();
    }
}
