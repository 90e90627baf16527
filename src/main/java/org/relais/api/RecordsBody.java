package org.relais.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What is stored, waits and failed, in the HTTP interface.
 *
 * @param failed the first thousand records that came in and were set aside, or that cannot be sent, each with its reason
 */
@Schema(name = "Records", description = "What is stored, what waits and what failed")
record RecordsBody(
        @Schema(description = "The tables of which there are records, by name")
        List<Table> tables,

        @Schema(
                description =
                        "The first thousand records that came in and were set aside, or that cannot be sent, each with its reason")
        List<Failed> failed) {

    @Schema(name = "RecordCount", description = "How many records of a table there are")
    record Table(
            @Schema(example = "item") String table,

            @Schema(description = "In the store, without deleted ones")
            long stored,

            @Schema(description = "Came in, and get into the store by themselves")
            long waiting,

            @Schema(description = "Came in and are wrong, or were changed here and cannot be sent")
            long failed) {}

    @Schema(name = "FailedRecord", description = "A record that could not be integrated, or not be sent")
    record Failed(
            String table,
            String id,

            @Schema(description = "One word, the field, and what is wrong there")
            String reason,

            Instant since) {}
}
