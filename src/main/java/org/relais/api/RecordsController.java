package org.relais.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.relais.catalogue.RecordKey;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.StoredRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records for programs: how many there are of which table, which failed and why, and each as it is kept. */
@RestController
@RequestMapping(path = "/api/v1/records", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Records")
class RecordsController {

    private static final int MOST_FAILED = 1000;

    private final RecordStore store;
    private final Outbox outbox;

    RecordsController(RecordStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @GetMapping
    @Operation(
            operationId = "records",
            summary = "Counts per table, and what failed",
            description = "For administrators and tokens that may administer.")
    @ApiResponse(responseCode = "200", description = "The counts")
    RecordsBody counts() {
        List<RecordsBody.Table> tables = store.counts().stream()
                .map(count -> new RecordsBody.Table(count.table(), count.stored(), count.waiting(), count.failed()))
                .toList();
        Stream<RecordsBody.Failed> received = store.setAside(MOST_FAILED).stream()
                .map(aside -> new RecordsBody.Failed(
                        aside.key().table(), aside.key().id(), aside.reason().text(), aside.since()));
        Stream<RecordsBody.Failed> unsent = outbox.failures(MOST_FAILED).stream()
                .map(entry -> new RecordsBody.Failed(
                        entry.key().table(), entry.key().id(), entry.problem().text(), entry.since()));
        return new RecordsBody(
                tables, Stream.concat(received, unsent).limit(MOST_FAILED).toList());
    }

    /** The record's JSON exactly as it is kept: every key that the central server sent, in its order. */
    @GetMapping("/{table}/{id}")
    @Operation(
            operationId = "record",
            summary = "One record",
            description =
                    "As it is kept, with every key that the central server sent, in its order. For administrators and"
                            + " tokens that may administer.")
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @ApiResponse(responseCode = "404", description = "There is no such record, or it was deleted")
    byte[] record(
            @Parameter(description = "The table's name, as both protocols have it", example = "item") @PathVariable
                    String table,
            @Parameter(description = "The record's id") @PathVariable String id) {
        return store.find(new RecordKey(table, id))
                .map(StoredRecord::data)
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "problem.no-record", id, table));
    }
}
