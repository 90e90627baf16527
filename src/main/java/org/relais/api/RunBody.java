package org.relais.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relais.run.Outcome;
import org.relais.run.SamenessReport;
import org.relais.run.Trigger;

/** A run in the HTTP interface. */
@Schema(name = "Run", description = "One synchronisation")
record RunBody(
        @Schema(description = "The run's number") long id,

        @KeyOf(Trigger.class) @Schema(description = "What started it")
        String trigger,

        Instant startedAt,

        @Schema(description = "Null while it is in progress") @Nullable
        Instant finishedAt,

        @KeyOf(Outcome.class) @Schema(description = "How it ended")
        String outcome,

        @Schema(description = "Its steps, in order") List<StepBody> steps,

        @Schema(description = "The first failure, null without one") @Nullable
        ErrorBody error,

        @Schema(
                description =
                        "What a comparison of this site with what the central servers announced found after the run,"
                                + " left out where none was made")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        SamenessReport sameness) {}
