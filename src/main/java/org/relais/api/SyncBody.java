package org.relais.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How synchronisation stands, in the HTTP interface. */
@Schema(name = "Sync", description = "How synchronisation stands")
record SyncBody(
        @Schema(description = "Whether a run is in progress")
        boolean running,

        @Schema(description = "Whether the schedule is switched off")
        boolean paused,

        @Schema(description = "How many changes are waiting to be sent")
        long pending,

        @Schema(description = "When the schedule starts the next run") @Nullable
        Instant nextRunAt,

        @Schema(description = "The run in progress") @Nullable
        RunBody current,

        @Schema(description = "The last run that ended") @Nullable
        RunBody last,

        @Schema(description = "The last run that succeeded") @Nullable
        RunBody lastSuccess) {}
