package org.relais.coldchain.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.PhoneCall;
import org.relais.coldchain.Sent;
import org.relais.coldchain.Sent.Defect;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes of one row what it says, or says why it says nothing. */
final class RowReader {

    /** What a year of four digits can hold, which is all that the network's calendars can. */
    private static final long EARLIEST = LocalDateTime.of(1000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private static final long LATEST =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);

    /** No sensor measures further, and phones say 999 where there is no bound. */
    private static final BigDecimal WIDEST = BigDecimal.valueOf(1000);

    private static final int MOST_DIGITS = 30;
    private static final int LONGEST_ID = 255;

    private final JsonNode row;
    private final String text;

    private RowReader(JsonNode row, String text) {
        this.row = row;
        this.text = text;
    }

    /** A row that says nothing usable, and why. */
    private static final class Defective extends RuntimeException {

        private final Defect defect;
        private final String field;
        private final String detail;

        Defective(Defect defect, String field, String detail) {
            super(null, null, false, false);
            this.defect = defect;
            this.field = field;
            this.detail = detail;
        }
    }

    /** @param text the row's JSON */
    static Sent read(PhoneCall call, String text) {
        JsonNode row;
        try {
            row = PhoneJson.MAPPER.readTree(text);
        } catch (JacksonException beyondAnyLimit) {
            return new Sent.Unusable(Defect.NO_OBJECT, null, beyondAnyLimit.getOriginalMessage(), text);
        }
        if (!row.isObject()) {
            return new Sent.Unusable(Defect.NO_OBJECT, null, null, text);
        }
        RowReader reader = new RowReader(row, text);
        try {
            return switch (call) {
                case SENSOR -> reader.sensor();
                case BREACH -> reader.breach();
                case READING -> reader.reading();
            };
        } catch (Defective defective) {
            return new Sent.Unusable(defective.defect, defective.field, defective.detail, text);
        }
    }

    private Sent sensor() {
        return new Sent.Sensor(
                id("id"),
                text("name"),
                text("macAddress"),
                integer("batteryLevel"),
                integer("logInterval"),
                !value("isActive").isBoolean() || value("isActive").asBoolean(),
                text);
    }

    private Sent breach() {
        String type = needed("type", text("type"));
        return new Sent.Breach(
                id("id"),
                id("sensorId"),
                BreachType.named(type).orElseThrow(() -> new Defective(Defect.WRONG_VALUE, "type", type)),
                needed("startTimestamp", moment("startTimestamp")),
                moment("endTimestamp"),
                orZero(degrees("thresholdMinimumTemperature")),
                orZero(degrees("thresholdMaximumTemperature")),
                duration("thresholdDuration"),
                text);
    }

    private Sent reading() {
        return new Sent.Reading(
                id("id"),
                id("sensorId"),
                needed("temperature", degrees("temperature")),
                needed("timestamp", moment("timestamp")),
                value("temperatureBreachId").isNull() || "".equals(text("temperatureBreachId"))
                        ? null
                        : id("temperatureBreachId"),
                text);
    }

    /** A key that is not there is null. */
    private JsonNode value(String key) {
        JsonNode value = row.get(key);
        return value == null ? PhoneJson.MAPPER.nullNode() : value;
    }

    private static <T> T needed(String key, T value) {
        if (value == null) {
            throw new Defective(Defect.MISSING, key, null);
        }
        return value;
    }

    private String text(String key) {
        JsonNode value = value(key);
        if (value.isNull()) {
            return null;
        }
        return value.isString() ? value.asString() : wrong(key);
    }

    /** Ids are made by programs: one with control characters, or that is longer than the network's, is none. */
    private String id(String key) {
        String id = needed(key, text(key));
        if (id.isBlank()) {
            throw new Defective(Defect.MISSING, key, null);
        }
        boolean plain = id.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        return plain && id.length() <= LONGEST_ID ? id : wrong(key);
    }

    private Integer integer(String key) {
        JsonNode value = value(key);
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() && value.canConvertToInt() ? Integer.valueOf(value.asInt()) : wrong(key);
    }

    private long duration(String key) {
        JsonNode value = value(key);
        if (value.isNull()) {
            return 0;
        }
        return value.isNumber() && value.canConvertToLong() ? value.asLong() : wrong(key);
    }

    private Instant moment(String key) {
        JsonNode value = value(key);
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            return wrong(key);
        }
        if (!value.canConvertToLong() || value.asLong() < EARLIEST || value.asLong() > LATEST) {
            throw new Defective(Defect.NO_MOMENT, key, value.toString());
        }
        return Instant.ofEpochSecond(value.asLong());
    }

    private BigDecimal degrees(String key) {
        JsonNode value = value(key);
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            return wrong(key);
        }
        BigDecimal degrees = value.decimalValue();
        boolean usable = degrees.precision() <= MOST_DIGITS
                && Math.abs(degrees.scale()) <= MOST_DIGITS
                && degrees.abs().compareTo(WIDEST) < 0;
        return usable ? degrees : wrong(key);
    }

    private static BigDecimal orZero(BigDecimal degrees) {
        return degrees == null ? BigDecimal.ZERO : degrees;
    }

    private <T> T wrong(String key) {
        throw new Defective(Defect.WRONG_VALUE, key, value(key).toString());
    }
}
