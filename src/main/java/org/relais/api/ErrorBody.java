package org.relais.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;

/**
 * A failure in the HTTP interface.
 *
 * @param code the failure's word, the same in every language
 * @param message what failed, in the caller's language
 * @param hint what to do about it, in the caller's language
 * @param server {@code legacy}, {@code open} or null
 * @param call the call that failed, or null
 * @param detail the server's own words or the technical cause
 */
@Schema(name = "Error", description = "Why a step or a run failed")
record ErrorBody(
        @KeyOf(FailureCode.class) @Schema(description = "One word for what failed, the same in every language")
        String code,

        @Schema(description = "What failed, in the caller's language (Accept-Language)")
        String message,

        @Schema(description = "What to do about it, in the caller's language")
        String hint,

        @KeyOf(CentralServer.class) @Schema(description = "The central server concerned") @Nullable
        String server,

        @Schema(description = "The call that failed", example = "GET /sync/v5/site") @Nullable
        String call,

        @Schema(description = "The server's own code and message, or the technical cause")
        String detail) {}
