package org.relais.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relais.catalogue.CheckPlan.Key;
import org.relais.catalogue.CheckPlan.Keys;
import org.relais.vocabulary.Texts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One pass over the text of one record. */
final class CheckPass implements Condition.FieldValues {

    private static final int LONGEST_QUOTE = 60;

    /** A number of fewer characters, without exponent, fits into what the network counts with. */
    private static final int LONGEST_PLAIN_NUMBER = 300;

    private final CheckPlan plan;
    private final String[] kept;
    private List<Problem> problems = List.of();
    private boolean foreign;

    CheckPass(CheckPlan plan) {
        this.plan = plan;
        this.kept = new String[plan.slotCount()];
    }

    void record(JsonParser parser) {
        object(parser, parser.nextToken(), plan.root());
    }

    private void object(JsonParser parser, JsonToken first, Keys keys) {
        long seen = 0;
        for (JsonToken token = first; token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            Key key = keys.byName().get(parser.currentName());
            if (key == null) {
                foreign |= plan.isForeign(parser.currentName());
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
        } else if (key.slot() < plan.references().size()
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
        return kept[plan.slot(path)];
    }

    CheckedRecord result() {
        // Before the ids that need no record are taken out of the references.
        List<String> named = named();
        if (foreign
                || plan.checkedWhen().isPresent() && !plan.checkedWhen().get().holds(this)) {
            return new CheckedRecord(store(), parents(), plan.noReferences(), named, List.of());
        }
        for (Condition condition : plan.conditions()) {
            condition.judge(this).ifPresent(this::add);
        }
        return new CheckedRecord(store(), parents(), references(), named, problems);
    }

    private String store() {
        return plan.storeSlot() < 0 ? null : kept[plan.storeSlot()];
    }

    private List<String> parents() {
        return plan.parentSlots().isEmpty()
                ? List.of()
                : plan.parentSlots().stream().map(slot -> kept[slot]).toList();
    }

    private List<String> named() {
        List<Integer> slots = plan.namedSlots();
        String[] named = new String[slots.size()];
        for (int i = 0; i < named.length; i++) {
            named[i] = kept[slots.get(i)];
        }
        return Arrays.asList(named);
    }

    private List<String> references() {
        List<Field> references = plan.references();
        for (int i = 0; i < references.size(); i++) {
            if (kept[i] != null
                    && references.get(i).target().orElseThrow().alwaysThere().contains(kept[i])) {
                kept[i] = null;
            }
        }
        return references.isEmpty() ? plan.noReferences() : Arrays.asList(kept).subList(0, references.size());
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

    private static String quoted(String text) {
        return '"' + Texts.excerpt(text, LONGEST_QUOTE) + '"';
    }
}
