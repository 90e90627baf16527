package org.relais.coldchain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import org.hibernate.annotations.Immutable;

/** A sensor as the record store keeps it for this room: read here, written nowhere else. */
@Entity
@Immutable
@Table(name = "sensor")
class SensorRow {

    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    private static final int FULL = 100;

    @Id
    private String id;

    private String storeId;
    private long version;
    private String name;
    private String serial;
    private String locationId;
    private Double battery;
    private Double logInterval;
    private boolean active;

    /** For the persistence provider. */
    protected SensorRow() {}

    Sensor sensor() {
        String address = serial == null || serial.isBlank() ? id : SensorSerial.address(serial);
        return new Sensor(
                id,
                storeId,
                name == null || name.isBlank() ? address : name,
                address,
                locationId,
                battery == null ? null : (int) Math.clamp(Math.round(battery), 0, FULL),
                interval(),
                active,
                version);
    }

    private Duration interval() {
        return logInterval == null || logInterval < 1 || logInterval > LONGEST_INTERVAL.toSeconds()
                ? USUAL_INTERVAL
                : Duration.ofSeconds(Math.round(logInterval));
    }
}
