package org.relais.bench;

import java.time.Duration;

/**
 * A first synchronisation of so many records, beside the barest insert of the same rows.
 *
 * @param records how many came in
 * @param stored how many of them are in the store afterwards
 * @param aside how many were set aside
 * @param load seconds of processor time
 */
record FirstSynchronisation(
        long records,
        long stored,
        long aside,
        SyncRun run,
        Barest barest,
        GcLog heap,
        Load load,
        long programPeak,
        long databasePeak) {

    /** Seconds of processor time during the run: the program, its database, the demonstration's servers. */
    record Load(double program, double database, double network) {}

    double perSecond() {
        return perSecond(records, run.took());
    }

    double barestPerSecond() {
        return perSecond(barest.rows(), barest.took());
    }

    double ratio() {
        return perSecond() / barestPerSecond();
    }

    static double perSecond(long records, Duration took) {
        return records * 1e9 / took.toNanos();
    }
}
