package org.relais.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.push.JsonValue;
import org.relais.catalogue.push.NotSendable;
import org.relais.catalogue.push.PushDraft;

/** Writes the push form of one type: its listed keys, all of them and no other. */
final class PushWriter {

    private final FieldSet fields;
    private final boolean midnights;

    /**
     * @param fields the type's keys
     * @param midnights whether dates are written with the midnight that the mSupply central server is used to
     */
    PushWriter(FieldSet fields, boolean midnights) {
        this.fields = fields;
        this.midnights = midnights;
    }

    /** @throws NotSendable when a value does not fit its field */
    String write(PushDraft draft, LinkResolver links) {
        StringBuilder out = new StringBuilder(512);
        writeObject(out, fields, key -> draft.get(key), links);
        return out.toString();
    }

    @FunctionalInterface
    private interface Values {
        JsonValue get(String key);
    }

    /** Whether any value was set. */
    private boolean writeObject(StringBuilder out, FieldSet set, Values values, LinkResolver links) {
        boolean anySet = false;
        char before = '{';
        for (Field field : set.sent()) {
            JsonCopy.quote(out.append(before), field.name());
            out.append(':');
            before = ',';
            anySet |= writeValue(out, field, values.get(field.name()), links);
        }
        out.append(before == '{' ? "{}" : "}");
        return anySet;
    }

    /** Whether the value was set. */
    private boolean writeValue(StringBuilder out, Field field, JsonValue value, LinkResolver links) {
        if (field.type() == FieldType.OBJECT) {
            return writeParts(out, field, value, links);
        }
        Optional<JsonValue> written = value.is(JsonValue.Kind.NULL) ? Optional.empty() : valueOf(field, value, links);
        if (field.type() == FieldType.TIME) {
            JsonCopy.quote(out, written.map(JsonValue::text).orElse("00:00:00"));
            return written.isPresent();
        }
        if (written.isPresent()) {
            written.get().appendTo(out);
        } else if (field.fallback().isPresent()) {
            out.append(field.fallback().get());
        } else if (field.presence() == Presence.REQUIRED && !field.zeroIsUnset() && !field.emptyIsUnset()) {
            throw new NotSendable(new Problem(ProblemKind.NULL_FIELD, field.path(), "is not set"));
        } else {
            out.append("null");
        }
        return written.isPresent();
    }

    private boolean writeParts(StringBuilder out, Field field, JsonValue value, LinkResolver links) {
        boolean given = value.is(JsonValue.Kind.OBJECT);
        boolean none = value.is(JsonValue.Kind.NULL)
                || field.emptyIsUnset()
                        && (value.equals(JsonValue.text(""))
                                || value.is(JsonValue.Kind.LIST) && "[]".equals(value.text()));
        if (!given && !none) {
            throw wrongType(field);
        }
        Map<String, JsonValue> parts = given ? JsonValue.object(value.text()) : Map.of();
        int start = out.length();
        boolean anySet = writeObject(out, field.parts(), key -> parts.getOrDefault(key, JsonValue.NULL), links);
        if (field.sending() == Sending.WHEN_SET && !anySet) {
            out.setLength(start);
            out.append("null");
        }
        return anySet;
    }

    /** The value for the wire; empty when it means none. */
    private Optional<JsonValue> valueOf(Field field, JsonValue value, LinkResolver links) {
        return switch (field.type()) {
            case TEXT -> text(field, value).map(text -> JsonValue.text(resolved(field, text, links)));
            case ENUM -> text(field, value).flatMap(text -> listed(field, text)).map(JsonValue::text);
            case DATE -> text(field, value).flatMap(text -> day(field, text));
            case DATETIME -> text(field, value).map(text -> datetime(field, text));
            case TIME -> time(field, value);
            case NUMBER, INTEGER -> number(field, value);
            case BOOLEAN -> Optional.of(expect(field, value, JsonValue.Kind.BOOLEAN));
            case LIST -> Optional.of(expect(field, value, JsonValue.Kind.LIST));
            case MAP -> Optional.of(expect(field, value, JsonValue.Kind.OBJECT));
            case OBJECT, ANY -> Optional.of(value);
        };
    }

    private Optional<String> text(Field field, JsonValue value) {
        String text = expect(field, value, JsonValue.Kind.TEXT).text();
        return text.isEmpty() && field.emptyIsUnset() ? Optional.empty() : Optional.of(text);
    }

    private String resolved(Field field, String id, LinkResolver links) {
        return field.target()
                .filter(target -> target.followsMerges() && !id.isEmpty())
                .map(target -> links.current(new RecordKey(target.table(), id)))
                .orElse(id);
    }

    private Optional<String> listed(Field field, String text) {
        String listed = field.aliases().getOrDefault(text, text);
        if (field.values().contains(listed) || field.others() == Others.TAKEN) {
            return Optional.of(listed);
        }
        if (field.others() == Others.UNSET) {
            return Optional.empty();
        }
        throw new NotSendable(
                new Problem(ProblemKind.NOT_LISTED, field.path(), "\"" + text + "\" is none of its values"));
    }

    private Optional<JsonValue> day(Field field, String text) {
        if (field.emptyIsUnset() && WireDates.isZeroDay(text)) {
            return Optional.empty();
        }
        if (!WireDates.isDayOrMore(text)) {
            throw new NotSendable(new Problem(ProblemKind.BAD_DATE, field.path(), "\"" + text + "\" is no date"));
        }
        boolean midnight = midnights && field.sending() != Sending.DAY;
        return Optional.of(JsonValue.text(midnight ? WireDates.day(text) + "T00:00:00" : WireDates.day(text)));
    }

    private JsonValue datetime(Field field, String text) {
        if (!WireDates.isDatetime(text)) {
            throw new NotSendable(
                    new Problem(ProblemKind.BAD_DATE, field.path(), "\"" + text + "\" is no date and time"));
        }
        return JsonValue.text(text);
    }

    private Optional<JsonValue> time(Field field, JsonValue value) {
        if (value.is(JsonValue.Kind.NUMBER)) {
            return WireDates.timeOf(value.text()).map(JsonValue::text);
        }
        if (!value.is(JsonValue.Kind.TEXT) || !WireDates.isTimeOfDay(value.text())) {
            return Optional.empty();
        }
        boolean whole = field.sending() == Sending.WITH_FRACTION;
        return Optional.of(whole ? value : JsonValue.text(value.text().substring(0, 8)));
    }

    private Optional<JsonValue> number(Field field, JsonValue value) {
        JsonValue number = expect(field, value, JsonValue.Kind.NUMBER);
        return field.zeroIsUnset() && new BigDecimal(number.text()).signum() == 0
                ? Optional.empty()
                : Optional.of(number);
    }

    private JsonValue expect(Field field, JsonValue value, JsonValue.Kind kind) {
        if (!value.is(kind)) {
            throw wrongType(field);
        }
        return value;
    }

    private static NotSendable wrongType(Field field) {
        return new NotSendable(new Problem(
                ProblemKind.WRONG_TYPE, field.path(), "is not " + field.type().words()));
    }
}
