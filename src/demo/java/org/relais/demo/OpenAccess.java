package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.relais.catalogue.JsonCopy;

/** Whom the Open mSupply central server lets in: those whom the mSupply central server does. */
final class OpenAccess {
    private static final int OLDEST_VERSION = 0;
    private static final int NEWEST_VERSION = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI legacyUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    OpenAccess(URI legacyUrl) {
        this.legacyUrl = legacyUrl;
    }

    /**
     * The number of the site that calls.
     *
     * @param body a call's whole body
     */
    int site(Json.Fields body) {
        Json.Fields settings = body.object("syncV5Settings");
        List.of("serverUrl", "username", "passwordSha256", "siteUuid", "appVersion", "appName", "syncVersion")
                .forEach(settings::text);
        checkVersion(body.integer("syncV6Version", 0));
        return checkCredentials(settings);
    }

    static void checkVersion(long version) {
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            throw new OpenRefusal(
                    "{\"syncVersionMismatch\":[" + OLDEST_VERSION + ',' + NEWEST_VERSION + ',' + version + "]}");
        }
    }

    /**
     * The number of the site whose settings these are. Asks the mSupply central server with what the caller sent, every time, as
     * the real one does.
     */
    int checkCredentials(Json.Fields settings) {
        String pair = settings.text("username") + ':' + settings.text("passwordSha256");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        try {
            HttpRequest question = HttpRequest.newBuilder(legacyUrl.resolve("/sync/v5/site"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Basic " + basic)
                    .header("msupply-site-uuid", settings.text("siteUuid"))
                    .header("app-version", settings.text("appVersion"))
                    .header("app-name", settings.text("appName"))
                    .header("version", settings.text("syncVersion"))
                    .build();
            HttpResponse<byte[]> answer = client.send(question, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 == 2) {
                return (int) Json.object(answer.body()).integer("siteId");
            }
            throw failed("\"status: '" + statusText(answer.statusCode()) + "'\", " + said(answer.body()));
        } catch (IOException | IllegalArgumentException e) {
            throw failed("\"Connection problem\", \"" + e.getClass().getSimpleName() + ": " + e.getMessage() + '"');
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("\"Connection problem\", \"interrupted\"");
        } catch (Json.Malformed e) {
            throw failed("\"Could not parse response\", \"" + e.getMessage() + '"');
        }
    }

    private OpenRefusal failed(String causes) {
        String text = "Internal error: Sync api error, url: '" + legacyUrl + "/', route: '/sync/v5/site' -> [ " + causes
                + " ]";
        return new OpenRefusal("{\"otherServerError\":" + JsonCopy.quoted(text) + '}');
    }

    private static String said(byte[] body) {
        try {
            Json.Fields error = Json.object(body).object("error");
            return "\"code: '" + pascalCase(error.text("code")) + "' message: '" + error.text("message") + "' data: '"
                    + error.value("data") + "'\"";
        } catch (Json.Malformed e) {
            return "\"text: '" + new String(body, StandardCharsets.UTF_8) + "'\"";
        }
    }

    /** The codes that the real server knows by name are told by that name, all others as they came. */
    private static String pascalCase(String code) {
        return switch (code) {
            case "site_name_not_found",
                    "site_incorrect_password",
                    "site_incorrect_hardware_id",
                    "site_has_no_store",
                    "site_auth_timeout",
                    "api_version_incompatible" ->
                Arrays.stream(code.split("_"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
            default -> "Other(\"" + code + "\")";
        };
    }

    private static String statusText(int status) {
        return switch (status) {
            case 401 -> "401 Unauthorized";
            case 409 -> "409 Conflict";
            case 503 -> "503 Service Unavailable";
            default -> String.valueOf(status);
        };
    }
}
