package org.relais.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How the demonstration network is to be.
 *
 * @param directory where its state is kept for the next start; null keeps it in memory only
 * @param records how many records the first site gets at its first synchronisation, 5,000 to 5,000,000
 * @param seed the same seed gives the same records
 * @param legacyPort the mSupply central server's port; 0 for any that is free
 * @param openPort the Open mSupply central server's port; 0 for any that is free
 * @param pagePort the port of the network's own page; 0 for any that is free
 * @param integration how long both servers take to integrate what was pushed
 * @param initialisation how long the mSupply central server takes to fill a site's queue
 * @param compressed whether the mSupply central server answers in gzip too; the Open mSupply central server always does
 * @param clock the time
 */
public record DemoOptions(
        Path directory,
        long records,
        long seed,
        int legacyPort,
        int openPort,
        int pagePort,
        Duration integration,
        Duration initialisation,
        boolean compressed,
        Clock clock) {

    /** 25,000 records, free ports, integration in 300 ms, nothing kept on disk. */
    public static DemoOptions usual() {
        return new DemoOptions(
                null, 25_000, 2026, 0, 0, 0, Duration.ofMillis(300), Duration.ZERO, false, Clock.systemUTC());
    }

    /** The same with so many records. */
    public DemoOptions records(long other) {
        return new DemoOptions(
                directory, other, seed, legacyPort, openPort, pagePort, integration, initialisation, compressed, clock);
    }

    /** The same with another seed. */
    public DemoOptions seed(long other) {
        return new DemoOptions(
                directory,
                records,
                other,
                legacyPort,
                openPort,
                pagePort,
                integration,
                initialisation,
                compressed,
                clock);
    }

    /** The same with its state kept in a directory, which is made when it is not there. */
    public DemoOptions directory(Path other) {
        return new DemoOptions(
                other, records, seed, legacyPort, openPort, pagePort, integration, initialisation, compressed, clock);
    }

    /** The same on these ports. */
    public DemoOptions ports(int legacy, int open, int page) {
        return new DemoOptions(
                directory, records, seed, legacy, open, page, integration, initialisation, compressed, clock);
    }

    /** The same with another duration of integration. */
    public DemoOptions integration(Duration other) {
        return new DemoOptions(
                directory, records, seed, legacyPort, openPort, pagePort, other, initialisation, compressed, clock);
    }

    /** The same with another duration of initialisation. */
    public DemoOptions initialisation(Duration other) {
        return new DemoOptions(
                directory, records, seed, legacyPort, openPort, pagePort, integration, other, compressed, clock);
    }

    /** The same with gzip from the mSupply central server. */
    public DemoOptions compressed(boolean other) {
        return new DemoOptions(
                directory, records, seed, legacyPort, openPort, pagePort, integration, initialisation, other, clock);
    }

    /** The same with another clock. */
    public DemoOptions clock(Clock other) {
        return new DemoOptions(
                directory,
                records,
                seed,
                legacyPort,
                openPort,
                pagePort,
                integration,
                initialisation,
                compressed,
                other);
    }
}
