package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What readings say of the breach that they name. One that nobody told of yet begins with the earliest of them, until the phone's own
 * takes its place; its bounds are zero, which no phone's are, so it is known again after the central server sent it back. One that
 * somebody ended because its sensor was lost goes on when there is a later reading.
 *
 * @param reading the earliest of a batch's
 * @param latest the latest of them
 */
record BreachPlaceholder(Sent.Reading reading, Sent.Reading latest, SensorPlace place) {

    /** Between what phones call too warm and too cold. */
    private static final BigDecimal NEITHER = BigDecimal.valueOf(5);

    static boolean is(RecordText record) {
        return record.is("threshold_minimum_temperature", BigDecimal.ZERO)
                && record.is("threshold_maximum_temperature", BigDecimal.ZERO)
                && record.is("threshold_duration", BigDecimal.ZERO);
    }

    Optional<String> apply(Optional<String> before) {
        RecordText record = new RecordText(before);
        if (!record.isNew() && LostSensor.cameBack(record, latest)) {
            LostSensor.reopen(record);
            return Optional.of(record.text());
        }
        if (!record.isNew() && (!is(record) || isLater(record))) {
            return before;
        }
        record.text("ID", reading.breachId());
        record.number("duration", 0);
        record.text("type", type().name());
        record.text("sensor_ID", reading.sensorId());
        if (record.isNew()) {
            record.text("location_ID", place.locationId());
            record.text("store_ID", place.storeId());
        }
        record.moment("om_start_datetime", "start_date", "start_time", reading.takenAt());
        if (record.isNew()) {
            record.moment("om_end_datetime", "end_date", "end_time", (Instant) null);
            record.flag("acknowledged", false);
            record.number("threshold_minimum_temperature", 0);
            record.number("threshold_maximum_temperature", 0);
            record.number("threshold_duration", 0);
            record.text("om_comment", "");
        }
        return Optional.of(record.text());
    }

    private boolean isLater(RecordText record) {
        OptionalLong start = record.moment("om_start_datetime", "start_date", "start_time");
        return start.isPresent() && start.getAsLong() <= reading.takenAt().getEpochSecond();
    }

    private BreachType type() {
        return reading.temperature().compareTo(NEITHER) < 0 ? BreachType.COLD_CONSECUTIVE : BreachType.HOT_CONSECUTIVE;
    }
}
