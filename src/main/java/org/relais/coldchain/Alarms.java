package org.relais.coldchain;

import java.util.List;
import java.util.Map;

/**
 * What somebody has to look at now in some stores.
 *
 * @param unacknowledged the breaches that nobody answered for, those that go on first, then the latest first
 * @param trouble the sensors that are in excursion or silent, the worst first
 * @param sensors the sensors of these breaches, by id
 */
public record Alarms(List<Breach> unacknowledged, List<WatchedSensor> trouble, Map<String, Sensor> sensors) {

    public Alarms {
        unacknowledged = List.copyOf(unacknowledged);
        trouble = List.copyOf(trouble);
        sensors = Map.copyOf(sensors);
    }

    /** How many there are. */
    public int count() {
        return unacknowledged.size() + trouble.size();
    }
}
