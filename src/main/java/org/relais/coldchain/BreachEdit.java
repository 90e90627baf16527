package org.relais.coldchain;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A breach's record as a phone makes and changes it. What people said of it stays, and so does its place. An end that is known stays
 * when an older row comes after it, and of two the later one holds, so that it does not matter in which order rows come.
 */
record BreachEdit(Sent.Breach sent, SensorPlace place) {

    Optional<String> apply(Optional<String> before) {
        RecordText record = new RecordText(before);
        boolean knows = !record.isNew() && !BreachPlaceholder.is(record);
        record.text("ID", sent.id());
        Instant end = end(knows ? record.moment("om_end_datetime", "end_date", "end_time") : OptionalLong.empty());
        record.number("duration", end == null ? 0 : milliseconds(end));
        record.text("type", sent.type().name());
        record.text("sensor_ID", sent.sensorId());
        if (record.isNew()) {
            record.text("location_ID", place.locationId());
        }
        if (record.isNew() || !place.isOurs(record.value("store_ID"))) {
            record.text("store_ID", place.storeId());
        }
        record.moment("om_start_datetime", "start_date", "start_time", sent.start());
        record.moment("om_end_datetime", "end_date", "end_time", end);
        if (record.isNew()) {
            record.flag("acknowledged", false);
        }
        record.number("threshold_minimum_temperature", sent.minimum());
        record.number("threshold_maximum_temperature", sent.maximum());
        record.number("threshold_duration", sent.lasting());
        if (record.isNew()) {
            record.text("om_comment", "");
        }
        return Optional.of(record.text());
    }

    private Instant end(OptionalLong known) {
        if (known.isEmpty()) {
            return sent.end();
        }
        Instant before = Instant.ofEpochSecond(known.getAsLong());
        return sent.end() == null || sent.end().isBefore(before) ? before : sent.end();
    }

    /** A phone whose clock was set meanwhile may end a breach before it began. */
    private long milliseconds(Instant end) {
        return Math.max(0, end.getEpochSecond() - sent.start().getEpochSecond()) * 1000;
    }
}
