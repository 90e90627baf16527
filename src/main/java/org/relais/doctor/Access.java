package org.relais.doctor;

import java.time.Duration;
import java.util.Optional;
import org.relais.central.Cancellation;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.Errand;
import org.relais.central.SiteCredentials;
import org.relais.central.SiteInfo;

/** What the central servers are asked with the site's credentials. */
final class Access {

    /** Enough to measure by, little enough for a line of a few kilobytes a second. */
    private static final int RECORDS = 20;

    private final CentralServers servers;
    private final Optional<SiteCredentials> credentials;
    private volatile SiteInfo site;

    Access(CentralServers servers, Optional<SiteCredentials> credentials) {
        this.servers = servers;
        this.credentials = credentials;
    }

    /**
     * What a call moved.
     *
     * @param bytes that came
     * @param took from before the connection to the last byte
     */
    record Measured(long bytes, Duration took) {

        long bytesPerSecond() {
            return bytes * 1_000 / Math.max(1, took.toMillis());
        }
    }

    /** Whether there are any. */
    boolean known() {
        return credentials.isPresent();
    }

    String siteName() {
        return own().siteName();
    }

    /**
     * Who the site is to the mSupply central server; asked once, then remembered.
     *
     * @throws CentralFailure when the server does not accept it
     */
    SiteInfo site() {
        if (site == null) {
            site = servers.legacy(own()).site();
        }
        return site;
    }

    /**
     * Whether the Open mSupply central server is at work on what this site sent.
     *
     * @throws CentralFailure when there is none, or it does not accept the site
     */
    boolean openIntegrates() {
        return servers.open(site().openServer(), own()).integrating();
    }

    /**
     * Reads some records of the mSupply central server's and forgets them.
     *
     * @throws CentralFailure when that did not work
     */
    Measured measure() {
        Errand errand = new Errand(Cancellation.none());
        long began = System.nanoTime();
        servers.legacy(own(), errand).centralRecords(0, RECORDS, record -> {});
        return new Measured(errand.traffic().received(), Duration.ofNanos(System.nanoTime() - began));
    }

    private SiteCredentials own() {
        return credentials.orElseThrow();
    }
}
