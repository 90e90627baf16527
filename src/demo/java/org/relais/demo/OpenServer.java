package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;

/** The demonstration's Open mSupply central server: sync protocol V6. */
final class OpenServer implements HttpListener.Handler {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final Network network;
    private final DemoOptions options;
    private final OpenAccess access;
    private final OpenFiles files;
    private final Map<String, Instant> integratedAt = new ConcurrentHashMap<>();

    OpenServer(Network network, DemoOptions options, URI legacyUrl) {
        this.network = network;
        this.options = options;
        access = new OpenAccess(legacyUrl);
        files = new OpenFiles(network, access);
    }

    @Override
    public Answer answer(Request request) throws IOException {
        return switch (request.method() + ' ' + request.path()) {
            case "POST /central/sync/pull" -> json(request, this::pull);
            case "POST /central/sync/patient-pull" -> json(request, this::pullPatient);
            case "POST /central/sync/push" -> json(request, this::push);
            case "POST /central/sync/site_status" -> json(request, this::status);
            case "POST /central/sync/download_file" -> json(request, files::download);
            case "PUT /central/sync/upload_file" -> files.upload(request);
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
        } catch (OpenRefusal e) {
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
        access.site(body);
        return integrating(isIntegrating(name(body)));
    }

    private Answer joinPatient(Json.Fields body) {
        body.text("id");
        body.text("nameId");
        body.text("storeId");
        try {
            access.checkCredentials(body.object("syncV5Settings"));
            return Answer.empty(200);
        } catch (OpenRefusal e) {
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
        int site = access.site(body);
        if (isIntegrating(name(body))) {
            throw new OpenRefusal("\"integrationInProgress\"");
        }
        return site;
    }
}
