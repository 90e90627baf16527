package org.relais.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.relais.language.Languages;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.run.Trigger;
import org.relais.sync.Synchroniser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Synchronisation for programs: how it stands, start, stop, history. */
@RestController
@RequestMapping(path = "/api/v1/sync", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Synchronisation")
class SyncController {

    private static final int MOST_RUNS = 500;

    private final Synchroniser synchroniser;
    private final Runs runs;
    private final Wording wording;
    private final Languages languages;

    SyncController(Synchroniser synchroniser, Runs runs, Wording wording, Languages languages) {
        this.synchroniser = synchroniser;
        this.runs = runs;
        this.wording = wording;
        this.languages = languages;
    }

    @GetMapping
    @Operation(
            operationId = "sync",
            summary = "How synchronisation stands",
            description = "For every person who may sign in, and for tokens of any level.")
    @ApiResponse(responseCode = "200", description = "How it stands now")
    SyncBody status(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    String language) {
        return wording.status(synchroniser.status(), languages.ofProgram(language));
    }

    /** Starts a run; answers with the running one if there is one. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startRun",
            summary = "Start a run",
            description = "Answers at once with the new run, or with the one in progress: there is never more than one."
                    + " For every person who may sign in, and for tokens that may operate.")
    @ApiResponse(responseCode = "202", description = "The run that is now in progress")
    @ApiResponse(responseCode = "409", description = "The site has not been set up yet")
    RunBody start(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    String language,
            Principal user) {
        Run run = synchroniser.start(Trigger.API, user == null ? null : user.getName());
        return wording.run(run, languages.ofProgram(language));
    }

    /** Asks the run that is going on to stop at its next batch. */
    @DeleteMapping("/runs/current")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "cancelRun",
            summary = "Cancel the run in progress",
            description =
                    "It stops at its next batch, and nothing is lost. For every person who may sign in, and for tokens"
                            + " that may operate.")
    @ApiResponse(responseCode = "202", description = "The run, which stops soon")
    @ApiResponse(responseCode = "404", description = "No run is in progress")
    RunBody cancel(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    String language) {
        Run run = synchroniser
                .cancel()
                .flatMap(runs::find)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "problem.no-run"));
        return wording.run(run, languages.ofProgram(language));
    }

    /** The last runs, the newest first. */
    @GetMapping("/runs")
    @Operation(
            operationId = "runs",
            summary = "The last runs",
            description = "The newest first, the one in progress among them. For every person who may sign in, and for"
                    + " tokens of any level.")
    @ApiResponse(responseCode = "200", description = "The runs")
    @ApiResponse(responseCode = "400", description = "The limit is not a whole number from 1 to 500")
    List<RunBody> runs(
            @Parameter(
                            description = "How many at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    String language) {
        if (limit < 1 || limit > MOST_RUNS) {
            throw new Problem(HttpStatus.BAD_REQUEST, "problem.limit", MOST_RUNS);
        }
        return wording.runs(runs.newest(limit), languages.ofProgram(language));
    }
}
