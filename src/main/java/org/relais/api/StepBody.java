package org.relais.api;

import java.time.Instant;

/** A step of a run in the HTTP interface. */
record StepBody(
        String step,
        String state,
        Long total,
        Long done,
        Long sent,
        Instant startedAt,
        Instant finishedAt,
        ErrorBody error) {}
