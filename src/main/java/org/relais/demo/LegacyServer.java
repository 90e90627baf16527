package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/** The demonstration's mSupply central server: sync protocol v5 and the other calls that a site makes to it. */
final class LegacyServer implements HttpListener.Handler {
    private static final int LARGEST_BODY = 256 * 1024 * 1024;
    private static final int LARGEST_PAGE = 5_000;
    private static final int OLDEST_VERSION = 10;
    private static final int NEWEST_VERSION = 14;
    private static final int TRIES_BEFORE_BLOCKED = 5;
    private static final Duration BLOCKED = Duration.ofMinutes(1);
    private static final String IDLE = "idle";

    private final Network network;
    private final DemoOptions options;
    private final Supplier<URI> openUrl;
    private final Map<String, Blocking> blockings = new ConcurrentHashMap<>();

    LegacyServer(Network network, DemoOptions options, Supplier<URI> openUrl) {
        this.network = network;
        this.options = options;
        this.openUrl = openUrl;
    }

    /** How often in a row a user's password was wrong, and until when they are kept out. */
    private record Blocking(int wrong, Instant until) {}

    /** A site that may not go on. */
    private static final class Refused extends RuntimeException {
        private final transient Answer answer;

        private Refused(int status, String code, String data) {
            super(code);
            answer = error(status, code, data);
        }
    }

    @Override
    public Answer answer(Request request) throws IOException {
        try {
            Answer answer = request.path().startsWith("/sync/v5/") ? sync(request) : other(request);
            return options.compressed() ? answer.compressed(true) : answer;
        } catch (Refused refused) {
            return refused.answer;
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
        LegacySite site = checkSite(request);
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
            case "POST /api/v4/login" -> login(request);
            case "GET /api/v4/patient" -> patients(request);
            case "POST /api/v4/name_store_join" -> joinPatient(request);
            default -> Answer.text(404, "Not found");
        };
    }

    private static long limit(Request request) {
        long limit = request.number("limit");
        return Math.min(limit == 0 ? 500 : limit, LARGEST_PAGE);
    }

    private LegacySite checkSite(Request request) {
        String version = request.header("version");
        int number = version.matches("\\d{1,4}") ? Integer.parseInt(version) : 0;
        if (number < OLDEST_VERSION || number > NEWEST_VERSION) {
            throw new Refused(
                    409,
                    "api_version_incompatible",
                    "{\"major\":" + NEWEST_VERSION + ",\"minor\":" + OLDEST_VERSION + '}');
        }
        LegacySite site = credentials(request);
        String hardware = request.header("msupply-site-uuid");
        if (!network.isHardwareOf(site, hardware)) {
            throw new Refused(401, "site_incorrect_hardware_id", "null");
        }
        if (!site.hasStore()) {
            throw new Refused(401, "site_has_no_store", "null");
        }
        return site;
    }

    private LegacySite credentials(Request request) {
        String[] basic = basic(request.header("authorization"));
        LegacySite site = network.site(basic[0]).orElseThrow(() -> new Refused(401, "site_name_not_found", "null"));
        if (!site.site().passwordSha256().equals(basic[1])) {
            throw new Refused(401, "site_incorrect_password", "null");
        }
        return site;
    }

    private static String[] basic(String header) {
        String[] none = {"", ""};
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return none;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? pair : none;
        } catch (IllegalArgumentException e) {
            return none;
        }
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
            throw new Refused(503, "sync_is_running", "null");
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
            throw new Refused(503, "sync_is_running", "null");
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

    private Answer login(Request request) throws IOException {
        Json.Fields login = Json.object(request.body(LARGEST_BODY));
        String name = login.text("username");
        String password = login.text("password");
        Instant now = network.clock().instant();
        Blocking blocking = blockings.getOrDefault(name, new Blocking(0, Instant.MIN));
        if (now.isBefore(blocking.until())) {
            long left = Math.max(1, Duration.between(now, blocking.until()).toSeconds());
            return Answer.json("{\"status\":\"user_login_timeout\",\"timeoutRemaining\":" + left + '}')
                    .status(403);
        }
        Optional<DemoUser> user = network.users().stream()
                .filter(each -> each.name().equals(name) && each.password().equals(password))
                .findFirst();
        if (user.isEmpty()) {
            int wrong = blocking.wrong() + 1;
            blockings.put(
                    name,
                    wrong < TRIES_BEFORE_BLOCKED
                            ? new Blocking(wrong, Instant.MIN)
                            : new Blocking(0, now.plus(BLOCKED)));
            return Answer.json("{\"status\":\"error\",\"authenticated\":false}").status(401);
        }
        blockings.remove(name);
        return Answer.json(welcome(user.get(), login.text("siteName", null)));
    }

    private String welcome(DemoUser user, String siteName) {
        return "{\"status\":\"success\",\"authenticated\":true,\"username\":" + JsonCopy.quoted(user.name())
                + ",\"userFirstName\":" + JsonCopy.quoted(user.firstName()) + ",\"userLastName\":"
                + JsonCopy.quoted(user.lastName()) + ",\"userJobTitle\":" + JsonCopy.quoted(user.jobTitle())
                + ",\"userType\":\"user\",\"service\":\"\",\"storeName\":\"\",\"userInfo\":{\"user\":{\"ID\":\""
                + user.id()
                + "\",\"name\":" + JsonCopy.quoted(user.name())
                + ",\"startup_method\":\"\",\"nblogins\":1,\"group_id\":\"\",\"mode\":\"\",\"active\":" + user.active()
                + ",\"lasttime\":0,"
                + "\"initials\":\"\",\"first_name\":" + JsonCopy.quoted(user.firstName()) + ",\"last_name\":"
                + JsonCopy.quoted(user.lastName()) + ",\"address_1\":\"\",\"address_2\":\"\",\"e_mail\":"
                + JsonCopy.quoted(user.email()) + ",\"phone1\":\"\",\"phone2\":\"\",\"job_title\":"
                + JsonCopy.quoted(user.jobTitle()) + ",\"responsible_officer\":false,\"Language\":" + user.language()
                + ",\"use_ldap\":false,\"ldap_login_string\":\"\",\"receives_sms_errors\":false,\"is_group\":false,"
                + "\"windows_user_name\":\"\",\"license_category_id\":\"\",\"isInactiveAuthoriser\":false,\"spare_1\":\"\"},"
                + "\"userStores\":[" + String.join(",", userStores(user, siteName)) + "]}}";
    }

    /** The stores that the user may enter, one of them as the default, and one store of the network where they may not sign in. */
    private List<String> userStores(DemoUser user, String siteName) {
        List<Integer> own = ownStores(user, siteName);
        int preferred = user.reach() == DemoUser.Reach.ONE ? own.size() - 1 : 0;
        List<String> stores = new ArrayList<>();
        for (int at = 0; at < own.size(); at++) {
            stores.add(userStore(user, own.get(at), true, at == preferred));
        }
        stores.add(userStore(user, 0, false, false));
        return stores;
    }

    private List<Integer> ownStores(DemoUser user, String siteName) {
        Optional<Integer> site = Optional.ofNullable(siteName)
                .flatMap(network::site)
                .map(each -> each.site().number());
        boolean elsewhere = user.reach() == DemoUser.Reach.ELSEWHERE;
        District district = network.district();
        return district.sites().stream()
                .filter(number -> site.isEmpty() || elsewhere != number.equals(site.get()))
                .flatMap(number -> district.stores(number).stream())
                .toList();
    }

    private String userStore(DemoUser user, int store, boolean canLogin, boolean preferred) {
        String storeId = network.district().series("store").id(store);
        return "{\"ID\":\"us-" + user.name() + '-' + store + "\",\"user_ID\":\"" + user.id() + "\",\"store_ID\":\""
                + storeId + "\",\"can_login\":" + canLogin + ",\"store_default\":" + preferred
                + ",\"can_action_replenishments\":false,\"permissions\":" + user.permissionsJson(preferred) + '}';
    }

    private Answer patients(Request request) {
        credentials(request);
        long limit = request.number("limit") == 0 ? Long.MAX_VALUE : request.number("limit");
        List<String> found = patients().stream()
                .filter(patient -> patient.fits(request))
                .skip(request.number("offset"))
                .limit(limit)
                .map(Patient::toJson)
                .toList();
        return Answer.json("[" + String.join(",", found) + "]");
    }

    private List<Patient> patients() {
        List<Patient> all = new ArrayList<>();
        for (int number : network.district().sites()) {
            Series series = network.district().series(number, "patient");
            for (long index = 0; index < series.count(); index++) {
                all.add(Patient.of(series.data(index)));
            }
        }
        return all;
    }

    private Answer joinPatient(Request request) throws IOException {
        LegacySite site = credentials(request);
        Json.Fields join = Json.object(request.body(LARGEST_BODY));
        String nameId = join.text("name_ID");
        String storeId = join.text("store_ID");
        Optional<Patient> patient =
                patients().stream().filter(each -> each.id().equals(nameId)).findFirst();
        boolean ownStore = network.district().stores(site.site().number()).stream()
                .anyMatch(store -> network.district().series("store").id(store).equals(storeId));
        if (patient.isEmpty() || !ownStore) {
            return Answer.text(404, "Not found");
        }
        String id = Patient.joinId(nameId, storeId);
        int number = site.site().number();
        network.happen(new Event.Queued(
                number,
                new WireRecord(
                        new RecordKey("name", nameId),
                        Action.UPSERT,
                        patient.get().data())));
        String data = "{\"ID\":\"" + id + "\",\"store_ID\":\"" + storeId + "\",\"name_ID\":\"" + nameId
                + "\",\"inactive\":false,\"om_name_is_customer\":true,\"om_name_is_supplier\":false}";
        network.happen(
                new Event.Queued(number, new WireRecord(new RecordKey("name_store_join", id), Action.UPSERT, data)));
        return Answer.json("{\"ID\":\"" + id + "\",\"name_ID\":\"" + nameId + "\",\"store_ID\":\"" + storeId
                + "\",\"inactive\":false}");
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
