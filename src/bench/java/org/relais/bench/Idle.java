package org.relais.bench;

import java.time.Duration;

/**
 * What a site holds while nothing happens, in MiB.
 *
 * @param program resident memory of the JVM
 * @param database resident memory of its database
 */
record Idle(long program, long database) {

    private static final Duration QUIET = Duration.ofSeconds(10);

    static Idle after(SiteProcess site) {
        Waiting.pause(QUIET);
        return new Idle(Resident.now(site.program()), Resident.now(site.database()));
    }
}
