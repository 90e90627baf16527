package org.relais.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.catalogue.CentralServer;
import org.relais.demo.district.Bytes;

/** What is answered instead of the right answer, for the faults that only change what is said. */
final class FaultAnswers {
    /** The statuses that were seen with a code of the mSupply central server; the others are sent with 401. */
    private static final Map<String, Integer> LEGACY_STATUS =
            Map.of("api_version_incompatible", 409, "sync_is_running", 503, "site_auth_timeout", 401);

    private static final Pattern OPEN_SERVER = Pattern.compile("(\"omSupplyCentralServerUrl\":)\"[^\"]*\"");
    private static final Pattern NUMBER_OR_TRUTH = Pattern.compile("(\":)(-?\\d[\\d.eE+-]*|true|false)");

    private FaultAnswers() {}

    /** The answer, or null for the kinds that change the right one or none at all. */
    static Answer instead(Fault fault, Request request) {
        boolean legacy = fault.server() == CentralServer.LEGACY;
        String detail = fault.detail();
        return switch (fault.kind()) {
            case LEGACY_ERROR -> legacyError(detail.isEmpty() ? "sync_is_running" : detail);
            case OPEN_ERROR -> OpenServer.error(detail.isEmpty() ? "\"integrationInProgress\"" : detail);
            case HTML -> Answer.html(detail.isEmpty() ? 503 : Integer.parseInt(detail), page());
            case REDIRECT ->
                Answer.empty(302).header("Location", detail.isEmpty() ? "http://login.example.org/portal" : detail);
            case GARBAGE -> Answer.json("{\"data\": [}, §§§ ñ");
            case WRONG_VERSION ->
                legacy
                        ? legacyError("api_version_incompatible")
                        : OpenServer.error("{\"syncVersionMismatch\":[7,9,5]}");
            case NOT_CENTRAL -> OpenServer.notCentral();
            case ENDLESS_INTEGRATION ->
                legacy ? LegacyServer.status("integration_in_progress") : OpenServer.integrating(true);
            case EMPTY_NOT_LAST ->
                Answer.json(
                        "{\"data\":{\"end_cursor\":999999,\"total_records\":700,\"records\":[],\"is_last_batch\":false}}");
            default -> null;
        };
    }

    /** The right answer with a text where a number or a truth value stood. */
    static Answer wrongType(Answer right) {
        Matcher value = NUMBER_OR_TRUTH.matcher(right.body().toString());
        return right.body(Bytes.of(value.find() ? value.replaceFirst("$1\"wrong\"") : "[\"wrong\"]"));
    }

    /** The right answer without the Open mSupply central server's address. */
    static Answer withoutOpenServer(Answer right) {
        return right.body(Bytes.of(OPEN_SERVER.matcher(right.body().toString()).replaceFirst("$1\"\"")));
    }

    private static Answer legacyError(String code) {
        String data = code.equals("api_version_incompatible") ? "{\"major\":20,\"minor\":0}" : "null";
        return LegacyServer.error(LEGACY_STATUS.getOrDefault(code, 401), code, data);
    }

    private static String page() {
        return "<!doctype html><html><head><title>Connexion · Acceso · Login</title></head><body><form method=\"post\">"
                + "<input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>";
    }
}
