package org.relais.coldchain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells readings from repeats. A phone that was installed anew, or a second one, sends the same reading under another id and some
 * seconds off: of what is less than half an interval from the last one that counted, nothing counts. It is told readings in the
 * order of their times, forwards or backwards.
 */
final class OncePerInterval {

    private final Map<String, Duration> intervals;
    private final Map<String, Instant> last = new HashMap<>();

    /** @param intervals of the sensors, by their ids */
    OncePerInterval(Map<String, Duration> intervals) {
        this.intervals = intervals;
    }

    /** Whether the next reading of a sensor counts. */
    boolean counts(String sensorId, Instant takenAt) {
        Instant before = last.get(sensorId);
        if (before != null
                && Duration.between(before, takenAt).abs().multipliedBy(2).compareTo(intervals.get(sensorId)) < 0) {
            return false;
        }
        last.put(sensorId, takenAt);
        return true;
    }
}
