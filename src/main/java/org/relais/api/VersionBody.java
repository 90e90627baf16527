package org.relais.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.relais.vocabulary.ProgramVersion;

/** Which version runs here, in the HTTP interface. */
@Schema(name = "Version", description = "Which version runs here")
record VersionBody(
        @Schema(description = "The number of the version") String version,

        @Schema(description = "When it was built") Instant builtAt) {

    static VersionBody of(ProgramVersion version) {
        return new VersionBody(version.number(), version.builtAt());
    }
}
