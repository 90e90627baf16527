package org.relais.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
    /** How long the day of a date is, which may have a time of day behind it. */
    private static final int DAY = NO_DATE.length();
    /** A number as people write one: of 1.5E999999999 nobody could hold all digits. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}\\.\\d{1,20}");

    /**
     * A piece of a title.
     *
     * @param own of the record
     * @param table where it leads; null when it is shown itself
     * @param theirs what is shown of the other record
     */
    record Part(Shown own, String table, List<Shown> theirs) {}

    /**
     * What is shown of a record.
     *
     * @param key where it stands
     * @param type what stands there
     */
    record Shown(String key, FieldType type) {

        static Shown of(Field field) {
            return new Shown(field.name(), field.type());
        }

        Stream<String> in(Map<String, JsonValue> record, TitleWriting writing) {
            return Stream.ofNullable(record.get(key))
                    .filter(value -> value.is(JsonValue.Kind.TEXT) || value.is(JsonValue.Kind.NUMBER))
                    .map(value -> value.text().replaceAll(UNSHOWN, " ").strip())
                    .filter(text -> !text.isEmpty() && !text.startsWith(NO_DATE))
                    .map(text -> written(text, writing));
        }

        /** What is none of what it ought to be is shown as it is. */
        private String written(String text, TitleWriting writing) {
            try {
                return switch (type) {
                    case DATE -> day(text, writing);
                    case DATETIME -> text.length() > DAY ? moment(text, writing) : day(text, writing);
                    case NUMBER -> DECIMAL.matcher(text).matches() ? writing.decimal(new BigDecimal(text)) : text;
                    default -> text;
                };
            } catch (DateTimeException | IllegalArgumentException odd) {
                return text;
            }
        }

        private static String day(String text, TitleWriting writing) {
            return writing.day(LocalDate.parse(text.substring(0, Math.min(DAY, text.length()))));
        }

        private static String moment(String text, TitleWriting writing) {
            String withoutZone = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return writing.moment(
                    LocalDateTime.parse(withoutZone.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        }
    }

    /** A record's title; empty when none of its pieces says anything, and for a text that is no JSON object. */
    Optional<String> of(String json, RecordLookup lookup, TitleWriting writing) {
        return Optional.of(of(values(json), lookup, writing)).filter(title -> !title.isEmpty());
    }

    private String of(Map<String, JsonValue> record, RecordLookup lookup, TitleWriting writing) {
        String title = parts.stream()
                .flatMap(part -> shown(part, record, lookup, writing))
                .collect(Collectors.joining(BETWEEN));
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static Stream<String> shown(
            Part part, Map<String, JsonValue> record, RecordLookup lookup, TitleWriting writing) {
        Stream<String> own = part.own.in(record, writing);
        return part.table == null
                ? own
                : own.flatMap(id -> lookup.json(new RecordKey(part.table, id)).stream())
                        .map(Title::values)
                        .flatMap(theirs -> part.theirs.stream().flatMap(their -> their.in(theirs, writing)));
    }

    private static Map<String, JsonValue> values(String json) {
        try {
            return JsonValue.object(json);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Map.of();
        }
    }
}
