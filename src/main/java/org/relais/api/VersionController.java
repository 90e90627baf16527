package org.relais.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.relais.vocabulary.ProgramVersion;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The program's version for programs: whoever looks after many sites asks which of them are behind. */
@RestController
@Tag(name = "Support")
class VersionController {

    @GetMapping(path = "/api/v1/version", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "version",
            summary = "Which version runs here",
            description = "For every person who may sign in, and for tokens of any level.")
    @ApiResponse(responseCode = "200", description = "The version")
    VersionBody version() {
        return VersionBody.of(ProgramVersion.ofThisProgram());
    }
}
