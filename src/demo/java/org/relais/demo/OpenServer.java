package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.demo.district.Bytes;

/** The demonstration's Open mSupply central server: sync protocol V6. */
final class OpenServer implements HttpListener.Handler {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final int OLDEST_VERSION = 0;
    private static final int NEWEST_VERSION = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] NOTICE = """
        Notice du réfrigérateur solaire · Manual del refrigerador solar (2026)
        """.getBytes(StandardCharsets.UTF_8);

    private final Network network;
    private final DemoOptions options;
    private final URI legacyUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Map<String, Instant> integratedAt = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    OpenServer(Network network, DemoOptions options, URI legacyUrl) {
        this.network = network;
        this.options = options;
        this.legacyUrl = legacyUrl;
    }

    /** A call that may not go on; the message is the JSON value under {@code error}. */
    private static final class Refused extends RuntimeException {
        private Refused(String error) {
            super(error);
        }
    }

    @Override
    public Answer answer(Request request) throws IOException {
        return switch (request.method() + ' ' + request.path()) {
            case "POST /central/sync/pull" -> json(request, this::pull);
            case "POST /central/sync/patient-pull" -> json(request, this::pullPatient);
            case "POST /central/sync/push" -> json(request, this::push);
            case "POST /central/sync/site_status" -> json(request, this::status);
            case "POST /central/sync/download_file" -> json(request, this::download);
            case "PUT /central/sync/upload_file" -> upload(request);
            case "POST /central/name-store-join" -> json(request, this::joinPatient);
            default -> Answer.empty(404);
        };
    }

    /** A call's own part; it gets the body. */
    @FunctionalInterface
    private interface Call {
        Answer answer(Json.Fields body);
    }

    static Answer error(String error) {
        return Answer.json("{\"error\":" + error + '}').compressed(true);
    }

    static Answer notCentral() {
        return Answer.text(405, "Method only allowed on central server.").header("Connection", "close");
    }

    static Answer integrating(boolean goesOn) {
        return Answer.json("{\"data\":{\"is_integrating\":" + goesOn + "}}").compressed(true);
    }

    private Answer json(Request request, Call call) throws IOException {
        byte[] body = request.body(LARGEST_BODY);
        if (!request.header("content-type").startsWith("application/json")) {
            return Answer.text(400, "Content type error");
        }
        try {
            return call.answer(Json.object(body)).compressed(true);
        } catch (Json.Malformed e) {
            return Answer.text(400, "Json deserialize error: " + e.getMessage());
        } catch (Refused e) {
            return error(e.getMessage());
        }
    }

    private Answer pull(Json.Fields body) {
        long cursor = body.natural("cursor");
        long size = body.natural("batchSize");
        boolean initialised = body.truth("isInitialised");
        int site = idleSite(body);
        Predicate<OpenLog.Change> meant = change -> (change.site() == OpenLog.EVERY_SITE || change.site() == site)
                && !(initialised && change.source() == site);
        return Answer.json(network.open().batch(cursor, size, meant));
    }

    private Answer pullPatient(Json.Fields body) {
        long cursor = body.natural("cursor");
        long size = body.natural("batchSize");
        String patient = JsonCopy.quoted(body.text("fetchPatientId"));
        idleSite(body);
        Predicate<OpenLog.Change> meant = change ->
                change.key().table().equals("vaccination") && change.data().contains("\"patient_id\":" + patient);
        return Answer.json(network.open().batch(cursor, size, meant));
    }

    private Answer push(Json.Fields body) {
        Json.Fields batch = body.object("batch");
        batch.natural("end_cursor");
        batch.natural("total_records");
        boolean last = batch.truth("is_last_batch");
        List<PushedRecord> records =
                batch.objects("records").stream().map(OpenServer::pushed).toList();
        int site = idleSite(body);
        Instant now = network.clock().instant();
        for (PushedRecord record : records) {
            network.happen(
                    new Event.Received(CentralServer.OPEN, site, now, record.key(), record.action(), record.data()));
        }
        if (last) {
            integratedAt.put(name(body), now.plus(options.integration()));
        }
        return Answer.json("{\"data\":{\"records_pushed\":" + records.size() + "}}");
    }

    private static PushedRecord pushed(Json.Fields entry) {
        entry.natural("cursor");
        return PushedRecord.of(entry.object("record"));
    }

    private Answer status(Json.Fields body) {
        checkSite(body);
        return integrating(isIntegrating(name(body)));
    }

    private Answer download(Json.Fields body) {
        String id = body.text("id");
        body.text("tableName");
        body.text("recordId");
        try {
            checkSite(body);
        } catch (Refused e) {
            return Answer.text(500, e.getMessage());
        }
        Optional<Json.Fields> reference = network.open()
                .find(new RecordKey("sync_file_reference", id))
                .map(change -> Json.object(change.data().getBytes(StandardCharsets.UTF_8)));
        boolean generated =
                reference.isPresent() && reference.get().text("file_name").equals("notice.txt");
        byte[] content = generated ? NOTICE : files.get(id);
        if (content == null || reference.isEmpty()) {
            return Answer.text(500, "{\n  \"otherServerError\": \"File not found\"\n}");
        }
        return Answer.text(200, "")
                .body(new Bytes(content.length).append(content))
                .header(
                        "Content-Disposition",
                        "inline; filename=" + JsonCopy.quoted(reference.get().text("file_name")));
    }

    private Answer upload(Request request) throws IOException {
        Map<String, byte[]> parts = Multipart.read(request.header("content-type"), request.body(LARGEST_BODY));
        try {
            Json.Fields json = Json.object(parts.getOrDefault("json_part", new byte[0]));
            String id = json.text("file_id");
            checkVersion(json.integer("sync_v6_version", 0));
            checkCredentials(json.object("sync_v5_settings"));
            if (network.open().find(new RecordKey("sync_file_reference", id)).isEmpty()) {
                return error("{\"syncFileNotFound\":" + JsonCopy.quoted(id) + '}');
            }
            files.put(id, parts.getOrDefault("file_part", new byte[0]));
            return Answer.json("{\"data\":null}").compressed(true);
        } catch (Json.Malformed e) {
            return Answer.text(400, "Json deserialize error: " + e.getMessage());
        } catch (Refused e) {
            return error(e.getMessage());
        }
    }

    private Answer joinPatient(Json.Fields body) {
        body.text("id");
        body.text("nameId");
        body.text("storeId");
        try {
            checkCredentials(body.object("syncV5Settings"));
            return Answer.empty(200);
        } catch (Refused e) {
            return Answer.text(401, e.getMessage());
        }
    }

    private static String name(Json.Fields body) {
        return body.object("syncV5Settings").text("username");
    }

    private boolean isIntegrating(String site) {
        return network.clock().instant().isBefore(integratedAt.getOrDefault(site, Instant.MIN));
    }

    /** The number of the calling site, once nothing of it is being integrated. */
    private int idleSite(Json.Fields body) {
        int site = checkSite(body);
        if (isIntegrating(name(body))) {
            throw new Refused("\"integrationInProgress\"");
        }
        return site;
    }

    private int checkSite(Json.Fields body) {
        Json.Fields settings = body.object("syncV5Settings");
        List.of("serverUrl", "username", "passwordSha256", "siteUuid", "appVersion", "appName", "syncVersion")
                .forEach(settings::text);
        checkVersion(body.integer("syncV6Version", 0));
        return checkCredentials(settings);
    }

    private static void checkVersion(long version) {
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            throw new Refused(
                    "{\"syncVersionMismatch\":[" + OLDEST_VERSION + ',' + NEWEST_VERSION + ',' + version + "]}");
        }
    }

    /** Asks the mSupply central server with what the caller sent, every time, as the real one does. */
    private int checkCredentials(Json.Fields settings) {
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

    private Refused failed(String causes) {
        String text = "Internal error: Sync api error, url: '" + legacyUrl + "/', route: '/sync/v5/site' -> [ " + causes
                + " ]";
        return new Refused("{\"otherServerError\":" + JsonCopy.quoted(text) + '}');
    }

    private static String said(byte[] body) {
        try {
            Json.Fields error = Json.object(body).object("error");
            Object data = error.map().get("data");
            return "\"code: '" + pascalCase(error.text("code")) + "' message: '" + error.text("message") + "' data: '"
                    + (data instanceof Map<?, ?> map ? asJson(map) : String.valueOf(data)) + "'\"";
        } catch (Json.Malformed e) {
            return "\"text: '" + new String(body, StandardCharsets.UTF_8) + "'\"";
        }
    }

    private static String asJson(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
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
