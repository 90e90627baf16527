package org.relais.api;

import java.time.Instant;

/** How synchronisation stands, in the HTTP interface. */
record SyncBody(
        boolean running,
        boolean paused,
        long pending,
        Instant nextRunAt,
        RunBody current,
        RunBody last,
        RunBody lastSuccess) {}
