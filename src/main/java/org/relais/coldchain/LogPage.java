package org.relais.coldchain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of readings.
 *
 * @param readings the latest first
 * @param older where the next page begins: all its readings were measured before that; empty on the last page
 */
public record LogPage(List<LoggedReading> readings, Optional<Instant> older) {

    public LogPage {
        readings = List.copyOf(readings);
    }
}
