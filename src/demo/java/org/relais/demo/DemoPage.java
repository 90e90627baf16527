package org.relais.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;
import org.relais.demo.district.Bytes;
import org.relais.demo.phones.DemoPhones;
import org.relais.vocabulary.Keyed;
import tools.jackson.databind.JsonNode;

/** The network's own page and its endpoints: what was received, what happens elsewhere, what goes wrong on purpose. */
final class DemoPage implements HttpListener.Handler {
    private static final int LARGEST_BODY = 64 * 1024;
    private static final String FAULTS = "/demo/faults";

    private final Network network;
    private final Faults faults;
    private final Deliveries deliveries;
    private final URI legacyUrl;
    private final URI openUrl;
    private final Supplier<Optional<DemoPhones>> phones;

    DemoPage(
            Network network,
            Faults faults,
            Deliveries deliveries,
            URI legacyUrl,
            URI openUrl,
            Supplier<Optional<DemoPhones>> phones) {
        this.network = network;
        this.faults = faults;
        this.deliveries = deliveries;
        this.legacyUrl = legacyUrl;
        this.openUrl = openUrl;
        this.phones = phones;
    }

    @Override
    public Answer answer(Request request) throws IOException {
        if (!isFromHere(request)) {
            return Answer.text(403, "Only from this machine and from this page.");
        }
        try {
            return switch (request.method() + ' ' + request.path()) {
                case "GET /" -> page();
                case "GET /demo/state" -> Answer.json(state());
                case "GET /demo/received" -> Answer.json(received(request));
                case "GET /demo/faults" -> Answer.json(faultsJson());
                case "POST /demo/faults" -> add(request);
                case "POST /demo/changes" -> change(request);
                case "GET /demo/phones" ->
                    Answer.json(phones.get().map(DemoPhones::json).orElse("[]"));
                case "POST /demo/phones" -> happen(request);
                default -> request.method().equals("DELETE") ? remove(request) : Answer.text(404, "Not found");
            };
        } catch (Json.Malformed | IllegalArgumentException e) {
            return Answer.json("{\"error\":" + JsonCopy.quoted(e.getMessage()) + '}')
                    .status(400);
        }
    }

    /** A page of another server must neither read this one under a foreign name nor write to it. */
    private static boolean isFromHere(Request request) {
        String host = request.header("host").replaceFirst(":\\d+$", "");
        String origin = request.header("origin");
        boolean hostIsHere = host.equals("127.0.0.1") || host.equals("localhost");
        return hostIsHere && (origin.isEmpty() || origin.equals("http://" + request.header("host")));
    }

    private static Answer page() throws IOException {
        try (InputStream in = DemoPage.class.getResourceAsStream("/demo/page.html")) {
            return Answer.html(200, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private String state() {
        String sites = network.sites().stream().map(this::siteJson).collect(Collectors.joining(","));
        String users = network.users().stream()
                .map(user -> "{\"name\":" + JsonCopy.quoted(user.name()) + ",\"password\":"
                        + JsonCopy.quoted(user.password()) + ",\"language\":" + user.language() + ",\"jobTitle\":"
                        + JsonCopy.quoted(user.jobTitle()) + '}')
                .collect(Collectors.joining(","));
        return "{\"legacyUrl\":\"" + legacyUrl + "\",\"openUrl\":\"" + openUrl + "\",\"received\":"
                + network.received().size() + ",\"sites\":[" + sites + "],\"users\":[" + users + "]}";
    }

    private String siteJson(DemoSite site) {
        LegacySite known = network.site(site.number());
        return "{\"name\":" + JsonCopy.quoted(site.name()) + ",\"password\":" + JsonCopy.quoted(site.password())
                + ",\"number\":"
                + site.number() + ",\"status\":\"" + known.initialisationStatus() + "\",\"queueLength\":"
                + known.queueLength() + ",\"stores\":"
                + network.district().stores(site.number()).size()
                + ",\"hardware\":" + JsonCopy.quoted(known.hardware()) + '}';
    }

    /** Filtered by {@code site} and {@code server}, from the number {@code after}, at most {@code limit} of them. */
    private Bytes received(Request request) {
        String site = request.parameter("site");
        String server = request.parameter("server");
        long after = request.number("after");
        long limit = request.number("limit") == 0 ? Long.MAX_VALUE : request.number("limit");
        List<ReceivedChange> all = network.received();
        Bytes out = new Bytes(64 * 1024);
        out.append('[');
        all.stream()
                .skip(Math.min(after, all.size()))
                .filter(change -> site.isEmpty() || change.site().equals(site))
                .filter(change -> server.isEmpty() || change.server().key().equals(server))
                .limit(limit)
                .forEach(change -> write(out, change));
        return out.append(']');
    }

    private static void write(Bytes out, ReceivedChange change) {
        out.append(out.length() == 1 ? "{\"number\":" : ",{\"number\":").append(change.number());
        out.append(",\"server\":\"")
                .append(change.server().key())
                .append("\",\"site\":")
                .appendJson(change.site());
        out.append(",\"table\":")
                .appendJson(change.key().table())
                .append(",\"id\":")
                .appendJson(change.key().id());
        out.append(",\"action\":")
                .appendJson(change.action())
                .append(",\"at\":\"")
                .append(change.at().toString());
        out.append("\",\"problems\":[");
        out.append(change.problems().stream().map(JsonCopy::quoted).collect(Collectors.joining(",")));
        out.append("],\"data\":")
                .append(change.data() == null ? "null" : change.data())
                .append('}');
    }

    private String faultsJson() {
        return faults.active().stream().map(DemoPage::faultJson).collect(Collectors.joining(",", "[", "]"));
    }

    private static String faultJson(Faults.Active active) {
        Fault fault = active.fault();
        return "{\"id\":" + active.id() + ",\"kind\":\"" + fault.kind().key() + "\",\"server\":\""
                + fault.server().key() + "\",\"route\":" + JsonCopy.quoted(fault.route()) + ",\"probability\":"
                + fault.probability() + ",\"count\":" + fault.count() + ",\"millis\":" + fault.millis() + ",\"detail\":"
                + JsonCopy.quoted(fault.detail()) + ",\"struck\":" + active.struck() + '}';
    }

    private Answer add(Request request) throws IOException {
        Json.Fields body = Json.object(request.body(LARGEST_BODY));
        JsonNode probability = body.value("probability");
        long id = faults.add(new Fault(
                Keyed.of(FaultKind.class, body.text("kind")),
                Keyed.of(CentralServer.class, body.text("server")),
                body.text("route", ""),
                probability.isNumber() ? probability.doubleValue() : 1,
                (int) body.integer("count", 0),
                body.integer("millis", 0),
                body.text("detail", "")));
        return Answer.json("{\"id\":" + id + '}').status(201);
    }

    private Answer remove(Request request) {
        if (request.path().equals(FAULTS)) {
            faults.clear();
            return Answer.empty(204);
        }
        String id = request.path().substring(Math.min(request.path().length(), FAULTS.length() + 1));
        if (!id.matches("\\d{1,18}")) {
            return Answer.text(404, "Not found");
        }
        faults.remove(Long.parseLong(id));
        return Answer.empty(204);
    }

    private Answer happen(Request request) throws IOException {
        Json.Fields body = Json.object(request.body(LARGEST_BODY));
        DemoPhones these =
                phones.get().orElseThrow(() -> new IllegalArgumentException("there are no phones in this network"));
        these.start();
        these.happen(body.text("what"), body.text("sensor"));
        return Answer.json(these.json());
    }

    private Answer change(Request request) throws IOException {
        byte[] body = request.body(LARGEST_BODY);
        String name = body.length == 0 ? "" : Json.object(body).text("site", "");
        DemoSite site = name.isEmpty()
                ? network.firstSite()
                : network.site(name)
                        .orElseThrow(() -> new IllegalArgumentException("no site " + name))
                        .site();
        return Answer.json("{\"records\":" + deliveries.arrive(site.number()) + '}')
                .status(201);
    }
}
