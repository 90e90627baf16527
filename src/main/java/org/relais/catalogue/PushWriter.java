package org.relais.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.push.Json;
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
        Json get(String key);
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
    private boolean writeValue(StringBuilder out, Field field, Json value, LinkResolver links) {
        if (field.type() == FieldType.OBJECT) {
            return writeParts(out, field, value, links);
        }
        Optional<Json> written = value.is(Json.Kind.NULL) ? Optional.empty() : valueOf(field, value, links);
        if (field.type() == FieldType.TIME) {
            JsonCopy.quote(out, written.map(Json::text).orElse("00:00:00"));
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

    private boolean writeParts(StringBuilder out, Field field, Json value, LinkResolver links) {
        boolean given = value.is(Json.Kind.OBJECT);
        boolean none = value.is(Json.Kind.NULL)
                || field.emptyIsUnset()
                        && (value.equals(Json.text("")) || value.is(Json.Kind.LIST) && "[]".equals(value.text()));
        if (!given && !none) {
            throw wrongType(field);
        }
        Map<String, Json> parts = given ? Json.object(value.text()) : Map.of();
        int start = out.length();
        boolean anySet = writeObject(out, field.parts(), key -> parts.getOrDefault(key, Json.NULL), links);
        if (field.sending() == Sending.WHEN_SET && !anySet) {
            out.setLength(start);
            out.append("null");
        }
        return anySet;
    }

    /** The value for the wire; empty when it means none. */
    private Optional<Json> valueOf(Field field, Json value, LinkResolver links) {
        return switch (field.type()) {
            case TEXT -> text(field, value).map(text -> Json.text(resolved(field, text, links)));
            case ENUM -> text(field, value).flatMap(text -> listed(field, text)).map(Json::text);
            case DATE -> text(field, value).flatMap(text -> day(field, text));
            case DATETIME -> text(field, value).map(text -> datetime(field, text));
            case TIME -> time(field, value);
            case NUMBER, INTEGER -> number(field, value);
            case BOOLEAN -> Optional.of(expect(field, value, Json.Kind.BOOLEAN));
            case LIST -> Optional.of(expect(field, value, Json.Kind.LIST));
            case MAP -> Optional.of(expect(field, value, Json.Kind.OBJECT));
            case OBJECT, ANY -> Optional.of(value);
        };
    }

    private Optional<String> text(Field field, Json value) {
        String text = expect(field, value, Json.Kind.TEXT).text();
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

    private Optional<Json> day(Field field, String text) {
        if (field.emptyIsUnset() && WireDates.isZeroDay(text)) {
            return Optional.empty();
        }
        if (!WireDates.isDayOrMore(text)) {
            throw new NotSendable(new Problem(ProblemKind.BAD_DATE, field.path(), "\"" + text + "\" is no date"));
        }
        boolean midnight = midnights && field.sending() != Sending.DAY;
        return Optional.of(Json.text(midnight ? WireDates.day(text) + "T00:00:00" : WireDates.day(text)));
    }

    private Json datetime(Field field, String text) {
        if (!WireDates.isDatetime(text)) {
            throw new NotSendable(
                    new Problem(ProblemKind.BAD_DATE, field.path(), "\"" + text + "\" is no date and time"));
        }
        return Json.text(text);
    }

    private Optional<Json> time(Field field, Json value) {
        if (value.is(Json.Kind.NUMBER)) {
            return WireDates.timeOf(value.text()).map(Json::text);
        }
        if (!value.is(Json.Kind.TEXT) || !WireDates.isTimeOfDay(value.text())) {
            return Optional.empty();
        }
        boolean whole = field.sending() == Sending.WITH_FRACTION;
        return Optional.of(whole ? value : Json.text(value.text().substring(0, 8)));
    }

    private Optional<Json> number(Field field, Json value) {
        Json number = expect(field, value, Json.Kind.NUMBER);
        return field.zeroIsUnset() && new BigDecimal(number.text()).signum() == 0
                ? Optional.empty()
                : Optional.of(number);
    }

    private Json expect(Field field, Json value, Json.Kind kind) {
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
