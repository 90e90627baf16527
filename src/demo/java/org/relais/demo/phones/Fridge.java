package org.relais.demo.phones;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How warm it is in a fridge: always the same at the same moment, until somebody opens its door.
 *
 * @param seed another one for each fridge
 * @param usual around which temperature its compressor keeps it, in degrees Celsius
 * @param mishaps what goes wrong with it, and when
 */
record Fridge(int seed, double usual, List<Mishap> mishaps) {

    private static final double COMPRESSOR_SECONDS = 2_700;
    private static final double DAY_SECONDS = 86_400;
    private static final double LEFT_OPEN = 7.5;
    private static final Duration OPEN = Duration.ofMinutes(40);
    private static final Duration QUICK = Duration.ofMinutes(8);

    Fridge(int seed, double usual, Mishap... known) {
        this(seed, usual, new CopyOnWriteArrayList<>(known));
    }

    /**
     * Something goes wrong for a while.
     *
     * @param start when it begins
     * @param lasts how long it goes on; after it the fridge recovers as fast as it went astray
     * @param degrees by how much it would get warmer in the end, or colder when negative
     * @param pace after which time nearly two thirds of it are reached
     */
    record Mishap(Instant start, Duration lasts, double degrees, Duration pace) {

        private double at(Instant now) {
            double since = Duration.between(start, now).toSeconds();
            if (since <= 0) {
                return 0;
            }
            double slope = pace.toSeconds();
            double reached = degrees * (1 - Math.exp(-Math.min(since, lasts.toSeconds()) / slope));
            double after = since - lasts.toSeconds();
            return after <= 0 ? reached : reached * Math.exp(-after / slope);
        }
    }

    /** Somebody leaves the door open for a while. */
    void openDoor(Instant now) {
        mishaps.add(new Mishap(now, OPEN, LEFT_OPEN, QUICK));
    }

    /** The temperature in degrees Celsius, with one digit behind the point. */
    double temperature(Instant now) {
        double seconds = now.getEpochSecond() + seed * 997.0;
        double swing = 0.6 * Math.sin(2 * Math.PI * seconds / COMPRESSOR_SECONDS)
                + 0.35 * Math.sin(2 * Math.PI * seconds / DAY_SECONDS);
        double chance = (Math.floorMod(31 * now.getEpochSecond() / 60 + seed * 7919L, 13) - 6) / 40.0;
        double astray = mishaps.stream().mapToDouble(mishap -> mishap.at(now)).sum();
        return Math.round((usual + swing + chance + astray) * 10) / 10.0;
    }
}
