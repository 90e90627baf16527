package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.JsonText;
import org.relais.catalogue.WireDates;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A record's text while it is changed: a value is written only where it says something else than what stands there, in whatever
 * spelling, so that a change that changes nothing leaves the text as it is, to the last blank.
 */
final class RecordText {

    private static final String NOTHING = "{}";
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String MIDNIGHT = "0";
    private static final int MOST_DIGITS = 100;

    private final String before;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> changes = new LinkedHashMap<>();

    /** @param before the record as it is; empty for a new one */
    RecordText(Optional<String> before) {
        this.before = before.orElse(NOTHING);
        before.ifPresent(this::read);
    }

    private void read(String text) {
        try (JsonParser parser = JsonCopy.parser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                values.putIfAbsent(
                        key, value == JsonToken.VALUE_NULL || value.isStructStart() ? "" : parser.getString());
                parser.skipChildren();
            }
        }
    }

    /** Whether there was no record. */
    boolean isNew() {
        return before.equals(NOTHING);
    }

    /** A value as text; empty where there is none. */
    String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** Whether a value is this number, in any spelling. */
    boolean is(String key, BigDecimal number) {
        return number != null
                && number(key).filter(value -> value.compareTo(number) == 0).isPresent();
    }

    /** A value as a number; empty where it is none, or one that nobody could write out. */
    Optional<BigDecimal> number(String key) {
        try {
            BigDecimal number = new BigDecimal(value(key));
            return Math.abs(number.scale()) <= MOST_DIGITS ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** A moment of two spellings; empty where there is none. */
    OptionalLong moment(String datetime, String day, String time) {
        if (WireDates.isDatetime(value(datetime))) {
            LocalDateTime at = LocalDateTime.parse(value(datetime));
            return OptionalLong.of(at.toEpochSecond(ZoneOffset.UTC));
        }
        if (!WireDates.isDayOrMore(value(day))) {
            return OptionalLong.empty();
        }
        LocalDate date = LocalDate.parse(WireDates.day(value(day)));
        LocalTime midnightOrLater =
                WireDates.timeOf(value(time)).map(LocalTime::parse).orElse(LocalTime.MIDNIGHT);
        return OptionalLong.of(date.toEpochSecond(midnightOrLater, ZoneOffset.UTC));
    }

    /** @param text null and empty mean none */
    void text(String key, String text) {
        String wanted = Objects.requireNonNullElse(text, "");
        if (isUnknown(key) || !value(key).equals(wanted)) {
            changes.put(key, JsonCopy.quoted(wanted));
        }
    }

    void number(String key, BigDecimal number) {
        if (!is(key, number)) {
            changes.put(key, number.toPlainString());
        }
    }

    void number(String key, long number) {
        number(key, BigDecimal.valueOf(number));
    }

    void flag(String key, boolean flag) {
        if (isUnknown(key) || Boolean.parseBoolean(value(key)) != flag) {
            changes.put(key, Boolean.toString(flag));
        }
    }

    /** @param at whole seconds; null for none */
    void moment(String datetime, String day, String time, Instant at) {
        OptionalLong wanted = at == null ? OptionalLong.empty() : OptionalLong.of(at.getEpochSecond());
        if (!isUnknown(day) && moment(datetime, day, time).equals(wanted)) {
            return;
        }
        LocalDateTime utc = at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        changes.put(day, JsonCopy.quoted(utc == null ? "" : utc.toLocalDate().toString()));
        changes.put(
                time,
                utc == null ? MIDNIGHT : Integer.toString(utc.toLocalTime().toSecondOfDay()));
        changes.put(datetime, JsonCopy.quoted(utc == null ? "" : DATETIME.format(utc)));
    }

    private boolean isUnknown(String key) {
        return !values.containsKey(key);
    }

    /** Whether anything would be written. */
    boolean isChanged() {
        return !changes.isEmpty();
    }

    /** The record as it is from now on. */
    String text() {
        return changes.isEmpty() ? before : JsonText.with(before, changes);
    }
}
