package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The cold chain of a store at one moment, as pages show it.
 *
 * @param storeId which store
 * @param at the moment
 * @param used whether the store has to do with the cold chain at all
 * @param sensors its sensors, those in the worst state first
 * @param unacknowledged how many breaches nobody answered for
 * @param worst the worst of these: one that goes on, else the latest; null for none
 * @param extreme the highest or lowest temperature during it, in degrees Celsius; null for none, or without readings
 */
public record StoreWatch(
        String storeId,
        Instant at,
        boolean used,
        List<WatchedSensor> sensors,
        int unacknowledged,
        Breach worst,
        BigDecimal extreme) {

    public StoreWatch {
        Objects.requireNonNull(storeId, "storeId");
        sensors = List.copyOf(sensors);
    }

    /** The sensors that are in excursion or silent, the worst first; those in breach are told by their breaches. */
    public List<WatchedSensor> trouble() {
        return sensors.stream()
                .filter(sensor -> sensor.state() == SensorState.EXCURSION || sensor.state() == SensorState.SILENT)
                .toList();
    }

    /** How many things have to be looked at: breaches that nobody answered for, and sensors in excursion or silent. */
    public int alarms() {
        return unacknowledged + trouble().size();
    }

    /** A sensor of the store, or empty when it has none with that id. */
    public Optional<WatchedSensor> sensor(String id) {
        return sensors.stream()
                .filter(watched -> watched.sensor().id().equals(id))
                .findFirst();
    }
}
