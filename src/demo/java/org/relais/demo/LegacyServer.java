package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;

/** The demonstration's mSupply central server: sync protocol v5 and the other calls that a site makes to it. */
final class LegacyServer implements HttpListener.Handler {
    private static final int LARGEST_BODY = 256 * 1024 * 1024;
    private static final int LARGEST_PAGE = 5_000;
    private static final String IDLE = "idle";

    private final Network network;
    private final DemoOptions options;
    private final Supplier<URI> openUrl;
    private final LegacyAccess access;
    private final LegacySignIn signIn;
    private final LegacyPatients patients;

    LegacyServer(Network network, DemoOptions options, Supplier<URI> openUrl) {
        this.network = network;
        this.options = options;
        this.openUrl = openUrl;
        access = new LegacyAccess(network);
        signIn = new LegacySignIn(network);
        patients = new LegacyPatients(network, access);
    }

    @Override
    public Answer answer(Request request) throws IOException {
        try {
            Answer answer = request.path().startsWith("/sync/v5/") ? sync(request) : other(request);
            return options.compressed() ? answer.compressed(true) : answer;
        } catch (LegacyRefusal refusal) {
            return refusal.answer();
        } catch (Json.Malformed e) {
            return Answer.json("{\"error\":{\"code\":\"invalid_request\",\"message\":" + JsonCopy.quoted(e.getMessage())
                            + ",\"data\":null}}")
                    .status(400);
        }
    }

    static Answer error(int status, String code, String data) {
        String text = JsonCopy.quoted(code);
        return Answer.json("{\"error\":{\"code\":" + text + ",\"message\":" + text + ",\"data\":" + data + "}}")
                .status(status);
    }

    static Answer status(String code) {
        return Answer.json("{\"code\":\"" + code + "\",\"message\":\"\",\"data\":null}");
    }

    private Answer sync(Request request) throws IOException {
        LegacySite site = access.site(request);
        return switch (request.method() + ' ' + request.path().substring("/sync/v5/".length())) {
            case "GET site" -> site(site);
            case "GET site_status" -> status(site);
            case "POST initialise" -> initialise(site);
            case "GET central_records" -> Answer.json(network.central().page(request.number("cursor"), limit(request)));
            case "GET queued_records" -> Answer.json(site.page(limit(request)));
            case "POST acknowledged_records" -> acknowledge(site, request);
            case "POST queued_records" -> push(site, request);
            default -> Answer.text(404, "Not found");
        };
    }

    private Answer other(Request request) throws IOException {
        return switch (request.method() + ' ' + request.path()) {
            case "POST /api/v4/login" -> signIn.signIn(request);
            case "GET /api/v4/patient" -> patients.find(request);
            case "POST /api/v4/name_store_join" -> patients.join(request);
            default -> Answer.text(404, "Not found");
        };
    }

    private static long limit(Request request) {
        long limit = request.number("limit");
        return Math.min(limit == 0 ? 500 : limit, LARGEST_PAGE);
    }

    private Answer site(LegacySite site) {
        DemoSite known = site.site();
        return Answer.json("{\"id\":\"" + known.uuid() + "\",\"siteId\":" + known.number() + ",\"code\":\"s"
                + known.number() + "\",\"name\":" + JsonCopy.quoted(known.name()) + ",\"initialisationStatus\":\""
                + site.initialisationStatus() + "\",\"omSupplyCentralServerUrl\":\"" + openUrl.get()
                + "\",\"isOmSupplyCentralServer\":false,\"mSupplyCentralSiteId\":1}");
    }

    private Answer status(LegacySite site) {
        if (site.isInitialising()) {
            return status("initialisation_in_progress");
        }
        return status(site.isIntegrating(network.clock().instant()) ? "integration_in_progress" : IDLE);
    }

    private Answer initialise(LegacySite site) {
        if (!site.beginInitialisation()) {
            throw new LegacyRefusal(503, "sync_is_running", "null");
        }
        pause(options.initialisation());
        network.happen(new Event.Initialised(site.site().number()));
        return Answer.json("{\"queueLength\":" + site.queueLength() + '}');
    }

    private Answer acknowledge(LegacySite site, Request request) throws IOException {
        List<Long> numbers = Json.object(request.body(LARGEST_BODY)).texts("syncIDs").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(site::waits)
                .sorted()
                .distinct()
                .toList();
        int from = 0;
        for (int at = 0; at < numbers.size(); at++) {
            boolean gap = at + 1 == numbers.size() || numbers.get(at + 1) != numbers.get(at) + 1;
            if (gap) {
                network.happen(new Event.Acknowledged(site.site().number(), numbers.get(from), numbers.get(at)));
                from = at + 1;
            }
        }
        return Answer.empty(204);
    }

    private Answer push(LegacySite site, Request request) throws IOException {
        Instant now = network.clock().instant();
        if (site.isIntegrating(now)) {
            throw new LegacyRefusal(503, "sync_is_running", "null");
        }
        Json.Fields push = Json.object(request.body(LARGEST_BODY));
        boolean closing = push.natural("queueLength") == 0;
        List<PushedRecord> records =
                push.objects("data").stream().map(PushedRecord::of).toList();
        push.objects("data").forEach(record -> record.text("syncOutId"));
        for (PushedRecord record : records) {
            network.happen(new Event.Received(
                    CentralServer.LEGACY, site.site().number(), now, record.key(), record.action(), record.data()));
        }
        if (closing) {
            site.integratesUntil(now.plus(options.integration()));
        }
        return Answer.json("{\"integrationStarted\":" + closing + '}');
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
