package org.relais.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.relais.run.StepState;
import org.relais.run.SyncStep;

/** A step of a run in the HTTP interface. */
@Schema(name = "Step", description = "One step of a run")
record StepBody(
        @KeyOf(SyncStep.class) String step,
        @KeyOf(StepState.class) String state,

        @Schema(description = "How many records or changes it has to process; null while that is unknown") @Nullable
        Long total,

        @Schema(description = "How many of them it has processed; null before it began") @Nullable
        Long done,

        @Schema(description = "How many changes a push step has sent; null for the other steps") @Nullable
        Long sent,

        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "Why it failed; null if it did not") @Nullable
        ErrorBody error) {}
