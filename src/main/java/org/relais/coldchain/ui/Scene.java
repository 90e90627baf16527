package org.relais.coldchain.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.relais.coldchain.Sensor;
import org.relais.language.Phrases;
import org.relais.locations.Location;

/**
 * What a look at a store's temperatures is about.
 *
 * @param storeId the store
 * @param sensors its sensors, by name
 * @param locations its locations by id, in the order of their codes
 * @param filter what of it is looked at
 * @param now when
 */
record Scene(
        String storeId,
        List<Sensor> sensors,
        Map<String, Location> locations,
        MonitoringFilter filter,
        Phrases phrases,
        Instant now) {

    MonitoringWords words() {
        return new MonitoringWords(phrases, now);
    }

    /** A sensor's name; its id where it is not known here. */
    String sensorName(String id) {
        return sensors.stream()
                .filter(sensor -> sensor.id().equals(id))
                .map(Sensor::name)
                .findFirst()
                .orElse(id == null ? "" : id);
    }

    /** A location in words. */
    String place(String locationId) {
        return words().place(locationId == null ? null : locations.get(locationId));
    }
}
