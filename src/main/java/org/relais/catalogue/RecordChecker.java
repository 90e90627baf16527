package org.relais.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.vocabulary.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Holds records against the description of their type, in one pass over their text and with no more memory than the few
 * values that are asked for: a million records go through it in a first synchronisation.
 */
final class RecordChecker {

    private static final int LONGEST_QUOTE = 60;

    /** A number of fewer characters, without exponent, fits into what the network counts with. */
    private static final int LONGEST_PLAIN_NUMBER = 300;

    /** A field with the place where its value is kept during a pass, -1 when nobody asks for it. */
    private record Key(Field field, int position, int slot, Keys parts, Key element) {}

    /** The keys of an object. */
    private record Keys(Map<String, Key> byName, List<Key> inOrder, long required) {}

    private final Keys root;
    private final List<Condition> conditions;
    private final Optional<Condition.When> checkedWhen;
    private final Optional<String> foreignKey;
    /** The fields whose values are kept during a pass: the references first, in their order. */
    private final Map<String, Integer> slots = new HashMap<>();

    private final List<Field> references;
    private final int storeSlot;
    private final List<String> noReferences;

    /**
     * @param references the references that must be there first
     * @param storeField the field that names the owner store, if the record does it itself
     * @param checkedWhen which records are held against the description at all; empty for all
     * @param foreignKey a key that only records of another type with the same table have
     */
    RecordChecker(
            FieldSet fields,
            List<Field> references,
            Optional<String> storeField,
            List<Condition> conditions,
            Optional<Condition.When> checkedWhen,
            Optional<String> foreignKey) {
        this.references = references;
        this.conditions = conditions;
        this.checkedWhen = checkedWhen;
        this.foreignKey = foreignKey;
        references.forEach(field -> slots.put(field.path(), slots.size()));
        storeField.ifPresent(field -> slots.putIfAbsent(field, slots.size()));
        conditions.forEach(condition -> condition.fields().forEach(path -> slots.putIfAbsent(path, slots.size())));
        checkedWhen.ifPresent(when -> slots.putIfAbsent(when.field(), slots.size()));
        storeSlot = storeField.map(slots::get).orElse(-1);
        noReferences = Arrays.asList(new String[references.size()]);
        root = keys(fields);
    }

    private Keys keys(FieldSet set) {
        List<Key> inOrder = new ArrayList<>();
        Map<String, Key> byName = new HashMap<>();
        long required = 0;
        for (Field field : set.fields()) {
            Key key = key(field, inOrder.size());
            inOrder.add(key);
            byName.put(field.name(), key);
            if (field.presence().keyRequired()) {
                required |= 1L << key.position();
            }
        }
        return new Keys(byName, inOrder, required);
    }

    private Key key(Field field, int position) {
        return new Key(
                field,
                position,
                slots.getOrDefault(field.path(), -1),
                keys(field.parts()),
                field.element().map(element -> key(element, 0)).orElse(null));
    }

    CheckedRecord check(String json) {
        Pass pass = new Pass();
        try (JsonParser parser = JsonCopy.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(ProblemKind.NOT_AN_OBJECT, "the record is no JSON object");
            }
            pass.object(parser, parser.nextToken(), root);
            if (parser.nextToken() != null) {
                return unreadable(ProblemKind.BROKEN_JSON, "something follows the record's JSON object");
            }
        } catch (JacksonException e) {
            return unreadable(ProblemKind.BROKEN_JSON, e.getOriginalMessage());
        }
        return pass.result();
    }

    private CheckedRecord unreadable(ProblemKind kind, String detail) {
        return new CheckedRecord(null, noReferences, List.of(new Problem(kind, "", detail)));
    }

    /** One pass over one record. */
    private final class Pass implements Condition.FieldValues {

        private final String[] kept = new String[slots.size()];
        private List<Problem> problems = List.of();
        private boolean foreign;

        void object(JsonParser parser, JsonToken first, Keys keys) {
            long seen = 0;
            for (JsonToken token = first; token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                Key key = keys.byName().get(parser.currentName());
                if (key == null) {
                    foreign |= foreignKey.isPresent() && foreignKey.get().equals(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                    continue;
                }
                long bit = 1L << key.position();
                if ((seen & bit) != 0) {
                    problem(ProblemKind.REPEATED_FIELD, key.field(), "is there more than once");
                }
                seen |= bit;
                value(parser, parser.nextToken(), key);
            }
            for (long missing = keys.required() & ~seen; missing != 0; missing &= missing - 1) {
                Key key = keys.inOrder().get(Long.numberOfTrailingZeros(missing));
                problem(ProblemKind.MISSING_FIELD, key.field(), "is missing");
            }
        }

        private void value(JsonParser parser, JsonToken token, Key key) {
            Field field = key.field();
            if (field.type() == FieldType.TIME || field.type() == FieldType.ANY && token != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                return;
            }
            switch (token) {
                case VALUE_NULL -> {
                    if (!field.presence().nullable()) {
                        problem(ProblemKind.NULL_FIELD, field, "is null");
                    }
                }
                case VALUE_STRING -> string(parser, key);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, field);
                case VALUE_TRUE, VALUE_FALSE -> {
                    if (field.type() == FieldType.BOOLEAN) {
                        keep(key, token == JsonToken.VALUE_TRUE ? "true" : "false");
                    } else {
                        wrongType(field, "true or false");
                    }
                }
                case START_OBJECT -> nested(parser, key);
                default -> list(parser, key);
            }
        }

        private void string(JsonParser parser, Key key) {
            Field field = key.field();
            switch (field.type()) {
                case TEXT -> {
                    if (key.slot() >= 0) {
                        text(parser.getString(), key);
                    }
                }
                case ENUM -> word(parser.getString(), key);
                case DATE -> date(parser.getString(), key);
                case DATETIME -> datetime(parser.getString(), key);
                case OBJECT -> {
                    if (!field.emptyIsUnset() || parser.getStringLength() > 0) {
                        wrongType(field, "a text");
                    }
                }
                default -> wrongType(field, "a text");
            }
        }

        private void text(String text, Key key) {
            Field field = key.field();
            if (!text.isEmpty()) {
                keep(key, text);
            } else if (key.slot() < references.size()
                    && !field.emptyIsUnset()
                    && !field.presence().nullable()) {
                String table = field.target().map(Target::table).orElseThrow();
                problem(ProblemKind.EMPTY_REFERENCE, field, "names no record of " + table);
            }
        }

        private void word(String text, Key key) {
            Field field = key.field();
            if (text.isEmpty() && field.emptyIsUnset()) {
                return;
            }
            if (field.others() == Others.REFUSED
                    && !field.values().contains(text)
                    && !field.aliases().containsKey(text)) {
                problem(ProblemKind.NOT_LISTED, field, quoted(text) + " is none of its values");
            }
            keep(key, text);
        }

        private void date(String text, Key key) {
            Field field = key.field();
            if (field.emptyIsUnset() && (text.isEmpty() || WireDates.isZeroDay(text))) {
                return;
            }
            if (!(field.emptyIsUnset() ? WireDates.isDayOrMore(text) : WireDates.isDay(text))) {
                problem(ProblemKind.BAD_DATE, field, quoted(text) + " is no date");
            }
            keep(key, text);
        }

        private void datetime(String text, Key key) {
            Field field = key.field();
            if (field.emptyIsUnset() && text.isEmpty()) {
                return;
            }
            if (!WireDates.isDatetime(text)) {
                problem(ProblemKind.BAD_DATE, field, quoted(text) + " is no date and time");
            }
            keep(key, text);
        }

        private void number(JsonParser parser, JsonToken token, Field field) {
            if (field.type() == FieldType.NUMBER) {
                if (mayBeHuge(parser, token) && !Double.isFinite(parser.getDoubleValue())) {
                    problem(ProblemKind.WRONG_TYPE, field, "the number is too large");
                }
            } else if (field.type() != FieldType.INTEGER) {
                wrongType(field, "a number");
            } else if (token != JsonToken.VALUE_NUMBER_INT) {
                wrongType(field, "a number with a fraction");
            } else if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                problem(ProblemKind.WRONG_TYPE, field, "the number is too large");
            }
        }

        /** Reading a number is slow; only a long one, or one with an exponent, can be beyond what fits. */
        private boolean mayBeHuge(JsonParser parser, JsonToken token) {
            int length = parser.getStringLength();
            if (token == JsonToken.VALUE_NUMBER_INT || length > LONGEST_PLAIN_NUMBER) {
                return length > LONGEST_PLAIN_NUMBER;
            }
            char[] characters = parser.getStringCharacters();
            int end = parser.getStringOffset() + length;
            for (int i = parser.getStringOffset(); i < end; i++) {
                if ((characters[i] | ' ') == 'e') {
                    return true;
                }
            }
            return false;
        }

        private void nested(JsonParser parser, Key key) {
            Field field = key.field();
            if (field.type() == FieldType.OBJECT) {
                JsonToken first = parser.nextToken();
                if (first != JsonToken.END_OBJECT || !field.emptyIsUnset()) {
                    object(parser, first, key.parts());
                    keep(key, "set");
                }
            } else if (field.type() == FieldType.MAP) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    value(parser, parser.nextToken(), key.element());
                }
            } else {
                parser.skipChildren();
                wrongType(field, "an object");
            }
        }

        private void list(JsonParser parser, Key key) {
            Field field = key.field();
            if (field.type() == FieldType.LIST) {
                for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    value(parser, token, key.element());
                }
                return;
            }
            boolean empty = true;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                parser.skipChildren();
                empty = false;
            }
            if (field.type() != FieldType.OBJECT || !field.emptyIsUnset() || !empty) {
                wrongType(field, "a list");
            }
        }

        private void keep(Key key, String value) {
            if (key.slot() >= 0) {
                kept[key.slot()] = value;
            }
        }

        @Override
        public String get(String path) {
            return kept[slots.get(path)];
        }

        CheckedRecord result() {
            if (foreign || checkedWhen.isPresent() && !checkedWhen.get().holds(this)) {
                return new CheckedRecord(store(), noReferences, List.of());
            }
            for (Condition condition : conditions) {
                condition.judge(this).ifPresent(this::add);
            }
            return new CheckedRecord(store(), references(), problems);
        }

        private String store() {
            return storeSlot < 0 ? null : kept[storeSlot];
        }

        private List<String> references() {
            for (int i = 0; i < references.size(); i++) {
                if (kept[i] != null
                        && references
                                .get(i)
                                .target()
                                .orElseThrow()
                                .alwaysThere()
                                .contains(kept[i])) {
                    kept[i] = null;
                }
            }
            return references.isEmpty() ? noReferences : Arrays.asList(kept).subList(0, references.size());
        }

        private void wrongType(Field field, String found) {
            problem(
                    ProblemKind.WRONG_TYPE,
                    field,
                    "is " + found + " instead of " + field.type().words());
        }

        private void problem(ProblemKind kind, Field field, String detail) {
            add(new Problem(kind, field.path(), detail));
        }

        private void add(Problem problem) {
            if (problems.isEmpty()) {
                problems = new ArrayList<>();
            }
            problems.add(problem);
        }
    }

    private static String quoted(String text) {
        return '"' + Texts.excerpt(text, LONGEST_QUOTE) + '"';
    }
}
