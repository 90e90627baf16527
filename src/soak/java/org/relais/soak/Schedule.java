package org.relais.soak;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bad day of a site.
 *
 * @param seed of all schedules of one soak
 * @param number of this one, from 1
 * @param beginsSetUp whether the site is through its first synchronisation when the day begins
 * @param twoProcesses whether the site has two processes on its database
 * @param waitsForLine whether a run waits for a line that dropped
 * @param rounds the runs of the day; one more, of a good day, follows
 */
record Schedule(
        long seed, int number, boolean beginsSetUp, boolean twoProcesses, boolean waitsForLine, List<Round> rounds)
        implements Day {

    Schedule {
        rounds = List.copyOf(rounds);
    }

    @Override
    public String told() {
        String days = rounds.stream()
                .map(round -> "  run: "
                        + round.moments().stream()
                                .map(moment -> "at call " + moment.call() + " " + moment.happening())
                                .collect(Collectors.joining("; ")))
                .collect(Collectors.joining("\n"));
        return "schedule %d of seed %d: %s, %s, %s%n%s"
                .formatted(
                        number,
                        seed,
                        beginsSetUp ? "set up" : "from its first synchronisation on",
                        twoProcesses ? "two processes" : "one process",
                        waitsForLine ? "waits for the line" : "does not wait for the line",
                        days);
    }
}
