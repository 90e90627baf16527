package org.relais.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.relais.language.Languages;
import org.relais.support.SupportBundle;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The support file for programs. */
@RestController
@Tag(name = "Support")
class SupportController {

    private static final String ZIP = "application/zip";

    private final SupportBundle bundle;
    private final Languages languages;

    SupportController(SupportBundle bundle, Languages languages) {
        this.bundle = bundle;
        this.languages = languages;
    }

    /** Written straight into the answer: it may be large, and is kept nowhere. */
    @GetMapping(path = "/api/v1/support-bundle", produces = ZIP)
    @Operation(
            operationId = "supportBundle",
            summary = "What the support team asks for first",
            description =
                    "Logs, settings, the last runs and facts about the machine and the database, without secrets and"
                            + " without records. For administrators and tokens that may administer.")
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP file",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void bundle(
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    String language,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(bundle.fileName())
                        .build()
                        .toString());
        bundle.write(response.getOutputStream(), languages.ofProgram(language));
    }
}
