package org.relais.coldchain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sensor with all that is known of it at this moment.
 *
 * @param place where it stands; null when nobody said, or the location is gone
 * @param last what it measured last; null when nothing came of it yet
 * @param state how it is
 * @param since since when it is like that; null where that is not known, or nothing is wrong
 * @param silence why nothing comes, also while a breach goes on; null for one of which something comes
 * @param breach the breach that goes on; null for none
 * @param trend what it measured in the last 24 hours, the oldest first
 */
public record WatchedSensor(
        Sensor sensor,
        Place place,
        LastReading last,
        SensorState state,
        Instant since,
        Silence silence,
        Breach breach,
        List<TrendPoint> trend) {

    public WatchedSensor {
        trend = List.copyOf(trend);
    }

    /** Where it stands, for people: the location's code, else the sensor's own name. */
    public String where() {
        return Optional.ofNullable(place).map(Place::code).orElse(sensor.name());
    }
}
