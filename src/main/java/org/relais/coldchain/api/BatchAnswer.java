package org.relais.coldchain.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.coldchain.Sent;
import org.relais.coldchain.Taken;

/** What a phone is answered: for each row of its batch what became of it, in the form of the original's answers. */
final class BatchAnswer {

    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private BatchAnswer() {}

    static String of(List<Taken> rows) {
        return PhoneJson.MAPPER.writeValueAsString(
                rows.stream().map(BatchAnswer::answer).toList());
    }

    private static Map<String, Object> answer(Taken row) {
        return switch (row) {
            case Taken.Quarantined aside -> Map.of("Err", aside.why());
            case Taken.Kept kept -> Map.of("Ok", row(kept));
        };
    }

    private static Map<String, Object> row(Taken.Kept kept) {
        return switch (kept.row()) {
            case Sent.Sensor sensor -> Map.of("sensor_row", sensor(sensor, kept));
            case Sent.Breach breach -> Map.of("temperature_breach_row", breach(breach, kept));
            case Sent.Reading reading -> Map.of("temperature_log_row", reading(reading, kept));
        };
    }

    private static Map<String, Object> sensor(Sent.Sensor sensor, Taken.Kept kept) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", sensor.id());
        row.put("name", sensor.name());
        row.put("serial", sensor.serial());
        row.put("location_id", kept.locationId());
        row.put("store_id", kept.storeId());
        row.put("battery_level", sensor.battery());
        row.put("log_interval", sensor.logInterval());
        row.put("is_active", sensor.active());
        return row;
    }

    private static Map<String, Object> breach(Sent.Breach breach, Taken.Kept kept) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", breach.id());
        row.put("type", breach.type().name());
        row.put("sensor_id", breach.sensorId());
        row.put("location_id", kept.locationId());
        row.put("store_id", kept.storeId());
        row.put("start_datetime", text(breach.start()));
        row.put("end_datetime", text(breach.end()));
        row.put("threshold_minimum", breach.minimum());
        row.put("threshold_maximum", breach.maximum());
        row.put("threshold_duration_milliseconds", breach.lasting());
        return row;
    }

    private static Map<String, Object> reading(Sent.Reading reading, Taken.Kept kept) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", reading.id());
        row.put("temperature", reading.temperature());
        row.put("sensor_id", reading.sensorId());
        row.put("location_id", kept.locationId());
        row.put("store_id", kept.storeId());
        row.put("datetime", text(reading.takenAt()));
        row.put("temperature_breach_id", reading.breachId());
        return row;
    }

    private static String text(Instant at) {
        return at == null ? null : DATETIME.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
