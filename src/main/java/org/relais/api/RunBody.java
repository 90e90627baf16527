package org.relais.api;

import java.time.Instant;
import java.util.List;

/** A run in the HTTP interface. */
record RunBody(
        long id,
        String trigger,
        Instant startedAt,
        Instant finishedAt,
        String outcome,
        List<StepBody> steps,
        ErrorBody error) {}
