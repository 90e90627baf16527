package org.relais.soak;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A day on which a site is killed.
 *
 * @param firstRun whether the first blow comes in its first synchronisation
 */
record DeadlySchedule(long seed, int number, boolean firstRun, List<Strike> strikes) implements Day {

    DeadlySchedule {
        strikes = List.copyOf(strikes);
    }

    @Override
    public String told() {
        return "schedule %d of seed %d: %s%n%s"
                .formatted(
                        number,
                        seed,
                        firstRun ? "from its first synchronisation on" : "set up",
                        strikes.stream().map(strike -> "  " + strike).collect(Collectors.joining("\n")));
    }
}
