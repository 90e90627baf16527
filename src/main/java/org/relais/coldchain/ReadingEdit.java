package org.relais.coldchain;

import java.util.Optional;

/**
 * A reading's record as a phone makes and changes it. Where it was measured stays as it was at that time; the breach that it belongs
 * to is told later, when the phone sends it again.
 */
record ReadingEdit(Sent.Reading sent, SensorPlace place) {

    Optional<String> apply(Optional<String> before) {
        RecordText record = new RecordText(before);
        record.text("ID", sent.id());
        record.number("temperature", sent.temperature());
        record.text("sensor_ID", sent.sensorId());
        if (record.isNew()) {
            record.text("location_ID", place.locationId());
        }
        if (record.isNew() || !place.isOurs(record.value("store_ID"))) {
            record.text("store_ID", place.storeId());
        }
        record.moment("om_datetime", "date", "time", sent.takenAt());
        if (record.isNew() || sent.breachId() != null) {
            record.text("temperature_breach_ID", sent.breachId());
        }
        return Optional.of(record.text());
    }
}
