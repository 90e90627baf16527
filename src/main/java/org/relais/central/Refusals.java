package org.relais.central;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.vocabulary.Texts;
import tools.jackson.databind.JsonNode;

/**
 * What a server's "no" means, in both protocols: the only place that turns statuses and error bodies into failures
 * (protocol.md sections 3, 4 and 14).
 */
final class Refusals {

    private static final int LONGEST_EXCERPT = 300;

    private Refusals() {}

    /** An answer of the mSupply central server whose status is not 2xx. */
    static CentralFailure legacy(Answer answer) throws IOException {
        String text = answer.text();
        return AnswerJson.lenient(text, body -> {
            JsonNode error = body.path("error");
            return error.isObject() ? legacyError(answer, error) : byStatus(answer, text);
        });
    }

    /** An answer of the Open mSupply central server whose status is not 2xx; it may still carry an error value. */
    static CentralFailure open(Answer answer) throws IOException {
        String text = answer.text();
        return AnswerJson.lenient(text, body -> {
            JsonNode error = body.path("error");
            return error.isObject() || error.isString() ? openError(answer.call(), error) : byStatus(answer, text);
        });
    }

    /** Refuses a web page that came in place of the protocol's answer, such as the login page of a network. */
    static void refuseWebPage(Answer answer) throws IOException {
        if (answer.isWebPage()) {
            throw new CentralFailure.Redirected(
                    answer.call(), "a web page came instead of an answer: " + excerpt(answer.text()));
        }
    }

    /** The value under {@code error} in an answer of the mSupply central server. */
    static CentralFailure legacyError(Answer answer, JsonNode error) {
        String code = error.path("code").asString("");
        String detail =
                "%s (HTTP %d)".formatted(once(code, error.path("message").asString("")), answer.status());
        if (error.path("data").isObject()) {
            detail += " " + error.path("data");
        }
        return meaning(answer.call(), LegacyCodes.meaning(code), detail);
    }

    /** The value under {@code error} in an answer of the Open mSupply central server. */
    static CentralFailure openError(Call call, JsonNode error) {
        String kind = error.isString() ? error.stringValue() : firstKey(error);
        JsonNode content = error.path(kind);
        String detail = once(kind, content.isMissingNode() ? "" : words(content));
        return switch (kind) {
            case "integrationInProgress" -> new CentralFailure.Busy(call, detail);
            case "notACentralServer" -> new CentralFailure.Refused(FailureCode.NOT_A_CENTRAL_SERVER, call, detail);
            case "syncVersionMismatch" ->
                new CentralFailure.Refused(FailureCode.API_VERSION_V6, call, versions(content));
            case "cannotConnectToLegacyServer" -> meaning(call, Optional.of(FailureCode.CONNECTION), detail);
            case "legacyServerError" ->
                meaning(call, LegacyCodes.meaning(content.path("code").asString("")), detail);
            case "otherServerError", "otherLegacyServerError" ->
                meaning(call, LegacyCodes.meaningWithin(words(content)), detail);
            case "parsingSyncRecordError" -> new CentralFailure.Refused(FailureCode.RECORD_REFUSED, call, detail);
            default -> new CentralFailure.ServerFault(call, detail);
        };
    }

    private static CentralFailure meaning(Call call, Optional<FailureCode> meaning, String detail) {
        if (meaning.isEmpty()) {
            return new CentralFailure.ServerFault(call, detail);
        }
        return switch (meaning.get()) {
            case INTEGRATION_IN_PROGRESS -> new CentralFailure.Busy(call, detail);
            // This server answered; it is the two of them that do not reach each other.
            case CONNECTION ->
                new CentralFailure.Unreachable(FailureCode.SITE_AUTH_TIMEOUT, call, detail, null, true, false);
            default -> new CentralFailure.Refused(meaning.get(), call, detail);
        };
    }

    private static CentralFailure byStatus(Answer answer, String text) {
        Call call = answer.call();
        int status = answer.status();
        String detail = ("HTTP %d %s".formatted(status, excerpt(text))).strip();
        boolean webPage = text.startsWith("<");
        if (status / 100 == 3) {
            return new CentralFailure.Redirected(call, "HTTP %d to %s".formatted(status, target(answer)));
        }
        return switch (status) {
            case 408 -> new CentralFailure.Unreachable(FailureCode.TIMEOUT, call, detail, null, true, true);
            case 413 -> new CentralFailure.TooLarge(call, detail);
            case 404, 405 -> new CentralFailure.Refused(FailureCode.NOT_A_CENTRAL_SERVER, call, detail);
            case 511 -> new CentralFailure.Redirected(call, detail);
            case 401 ->
                webPage
                        ? new CentralFailure.Redirected(call, detail)
                        : new CentralFailure.Refused(FailureCode.WRONG_PASSWORD, call, detail);
            case 400 ->
                call.carriesRecords()
                        ? new CentralFailure.Refused(FailureCode.RECORD_REFUSED, call, detail)
                        : new CentralFailure.ServerFault(call, detail);
            default ->
                webPage && status < 500
                        ? new CentralFailure.Redirected(call, detail)
                        : new CentralFailure.ServerFault(call, detail);
        };
    }

    /** Where a redirect leads, without the query and the user: they may hold what is nobody's business. */
    private static String target(Answer answer) {
        try {
            URI target = answer.call().uri().resolve(answer.header("location"));
            String port = target.getPort() < 0 ? "" : ":" + target.getPort();
            return "%s://%s%s%s".formatted(target.getScheme(), target.getHost(), port, target.getRawPath());
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }

    private static String versions(JsonNode content) {
        return "the server accepts the versions %s to %s, this site speaks %s"
                .formatted(content.path(0), content.path(1), content.path(2));
    }

    private static String firstKey(JsonNode error) {
        return error.propertyNames().stream().findFirst().orElse("");
    }

    /** The code and what the server said beyond it: many say the code once more. */
    private static String once(String code, String message) {
        return Stream.of(code, message)
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static String words(JsonNode content) {
        return content.isString() ? content.stringValue() : content.toString();
    }

    private static String excerpt(String text) {
        return Texts.excerpt(text.replaceAll("\\s+", " "), LONGEST_EXCERPT);
    }
}
