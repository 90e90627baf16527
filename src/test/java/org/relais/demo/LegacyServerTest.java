package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.relais.demo.Caller.data;
import static org.relais.demo.Caller.error;
import static org.relais.demo.Caller.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.demo.district.District;

/** The demonstration's mSupply central server: what a site meets there. */
class LegacyServerTest {
    private final MovableClock clock = new MovableClock();
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).clock(clock));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void tellsASiteWhoItIs() {
        Json.Fields answer = json(site.get("/sync/v5/site"));
        assertThat(answer.text("id")).isEqualTo(network.sites().getFirst().uuid());
        assertThat(answer.integer("siteId")).isEqualTo(2);
        assertThat(answer.text("initialisationStatus")).isEqualTo("new");
        assertThat(answer.text("omSupplyCentralServerUrl"))
                .isEqualTo(network.openUrl().toString());
        assertThat(answer.truth("isOmSupplyCentralServer")).isFalse();
        assertThat(answer.integer("mSupplyCentralSiteId")).isEqualTo(1);
    }

    @Test
    void refusesStrangers() {
        assertRefused(site.site("nobody"), 401, "site_name_not_found");
        assertRefused(site.password("secret"), 401, "site_incorrect_password");
        assertRefused(Caller.of(network, 4), 401, "site_has_no_store");
    }

    @Test
    void keepsTheHardwareThatItSawFirst() {
        site.get("/sync/v5/site");
        assertRefused(site.hardware("other"), 401, "site_incorrect_hardware_id");
        assertThat(site.get("/sync/v5/site").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"9,409", "10,200", "14,200", "15,409", "fourteen,409"})
    void takesSomeVersionsOnly(String version, int status) {
        HttpResponse<String> answer = site.version(version).get("/sync/v5/site");
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 409) {
            assertThat(error(answer).get("code")).isEqualTo("api_version_incompatible");
            assertThat(error(answer).get("data")).asString().contains("major", "minor");
        }
    }

    @Test
    void fillsTheQueueAtInitialisationAndAgainAtTheNext() {
        assertThat(json(site.get("/sync/v5/queued_records?limit=5")).integer("queueLength"))
                .isZero();
        long queued = network.volume(network.sites().getFirst()).queued();
        assertThat(json(site.post("/sync/v5/initialise", "{}")).integer("queueLength"))
                .isEqualTo(queued);
        assertThat(json(site.get("/sync/v5/site")).text("initialisationStatus")).isEqualTo("completed");
        acknowledgeAll();
        assertThat(json(site.post("/sync/v5/initialise", "{}")).integer("queueLength"))
                .isEqualTo(queued);
    }

    @Test
    void saysThatItInitialisesAndDoesItOnceOnly() {
        network.close();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).initialisation(Duration.ofMillis(700)));
        site = Caller.of(network, 1);
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> site.post("/sync/v5/initialise", "{}"));
        await().until(() ->
                json(site.get("/sync/v5/site")).text("initialisationStatus").equals("started"));
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("initialisation_in_progress");
        HttpResponse<String> second = site.post("/sync/v5/initialise", "{}");
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(error(second).get("code")).isEqualTo("sync_is_running");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
    }

    @Test
    void givesTheWholeLogOnceAndInOrder() {
        List<Long> cursors = new ArrayList<>();
        long cursor = 0;
        long max = 0;
        for (List<Json.Fields> page = page(cursor); !page.isEmpty(); page = page(cursor)) {
            page.forEach(change -> cursors.add(change.integer("ID")));
            cursor = cursors.getLast();
            max = json(site.get("/sync/v5/central_records?cursor=" + cursor + "&limit=1"))
                    .integer("maxCursor");
        }
        assertThat(cursors).isSorted().doesNotHaveDuplicates();
        assertThat(cursors)
                .hasSize((int) network.volume(network.sites().getFirst()).central());
        assertThat(cursors.getLast() - cursors.getFirst()).as("gaps").isGreaterThan(cursors.size());
        assertThat(max).as("a gap before the newest number").isGreaterThan(cursors.getLast());
    }

    @Test
    void tellsChangesOfEveryKind() {
        List<String> actions = new ArrayList<>();
        for (long cursor = 0; !page(cursor).isEmpty(); ) {
            for (Json.Fields change : page(cursor)) {
                cursor = change.integer("ID");
                String action = change.text("action");
                if (!actions.contains(action)) {
                    actions.add(action);
                }
                assertThat(change.map().containsKey("recordData")).isEqualTo(!action.equals("delete"));
            }
        }
        assertThat(actions).containsExactly("insert", "merge", "delete");
    }

    @Test
    void sendsUnacknowledgedRecordsAgain() {
        site.post("/sync/v5/initialise", "{}");
        List<Json.Fields> first = data(site.get("/sync/v5/queued_records?limit=3"));
        assertThat(data(site.get("/sync/v5/queued_records?limit=3"))).isEqualTo(first);
        long length = json(site.get("/sync/v5/queued_records?limit=3")).integer("queueLength");
        HttpResponse<String> answer = site.post(
                "/sync/v5/acknowledged_records",
                "{\"syncIDs\":[\"" + first.get(0).text("syncOutId") + "\",\""
                        + first.get(2).text("syncOutId") + "\",\"unknown\"]}");
        assertThat(answer.statusCode()).isEqualTo(204);
        HttpResponse<String> next = site.get("/sync/v5/queued_records?limit=3");
        assertThat(json(next).integer("queueLength")).isEqualTo(length - 2);
        assertThat(data(next).getFirst()).isEqualTo(first.get(1));
        assertThat(data(next).get(1)).isNotIn(first);
    }

    @Test
    void givesEverySiteItsOwnQueue() {
        Caller other = Caller.of(network, 2);
        other.post("/sync/v5/initialise", "{}");
        site.post("/sync/v5/initialise", "{}");
        assertThat(data(other.get("/sync/v5/queued_records?limit=200")))
                .doesNotContainAnyElementsOf(data(site.get("/sync/v5/queued_records?limit=200")));
    }

    @Test
    void integratesAfterTheClosingPush() {
        assertThat(push(1, location("loc-1", store(), "A-1"))).isFalse();
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
        assertThat(push(0, "")).isTrue();
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("integration_in_progress");
        HttpResponse<String> meanwhile = site.post("/sync/v5/queued_records", "{\"queueLength\":0,\"data\":[]}");
        assertThat(meanwhile.statusCode()).isEqualTo(503);
        assertThat(error(meanwhile).get("code")).isEqualTo("sync_is_running");
        clock.forward(Duration.ofMillis(300));
        assertThat(json(site.get("/sync/v5/site_status")).text("code")).isEqualTo("idle");
    }

    @Test
    void keepsWhatWasPushedExactlyAsItCame() {
        String odd =
                "{\"ID\" : \"loc-1\", \"Description\":\"Ñandú \\u00e9\",\"code\":\"A\",\"hold\":false,\"store_ID\":\""
                        + store() + "\",\"type_ID\":null,\"Volume\":1.50,\"more\":1e3 }";
        push(1, record("Location", "loc-1", odd));
        ReceivedChange received = network.received().getFirst();
        assertThat(received.data()).isEqualTo(odd);
        assertThat(received.problems()).isEmpty();
        assertThat(received.site()).isEqualTo("site-1");
        assertThat(received.number()).isEqualTo(1);
    }

    @Test
    void acceptsABrokenRecordWithoutAWordAndShowsIt() {
        String broken = "{\"ID\":\"loc-1\",\"Description\":\"\",\"code\":1,\"store_ID\":\"foreign\",\"Volume\":0}";
        assertThat(push(1, record("Location", "loc-1", broken))).isFalse();
        assertThat(network.received().getFirst().problems())
                .anyMatch(problem -> problem.contains("hold"))
                .anyMatch(problem -> problem.contains("type_ID"))
                .anyMatch(problem -> problem.contains("code"))
                .anyMatch(problem -> problem.contains("none of this site's"));
        push(1, record("nonsense", "x", "{}"));
        push(1, record("contact_form", "x", "{}"));
        assertThat(network.received().get(1).problems()).containsExactly("unknown table nonsense");
        assertThat(network.received().get(2).problems()).hasSize(1);
    }

    @Test
    void bringsPushedRecordsBackAtTheNextInitialisation() {
        push(1, location("loc-1", store(), "A-1"));
        push(1, location("loc-1", store(), "A-2"));
        push(1, location("loc-2", store(), "B-1"));
        push(
                1,
                "{\"syncOutId\":\"9\",\"tableName\":\"Location\",\"recordId\":\"loc-2\",\"action\":\"Delete\",\"recordData\":null}");
        site.post("/sync/v5/initialise", "{}");
        String last = lastOfQueue();
        assertThat(last).contains("\"A-2\"").doesNotContain("\"A-1\"");
        assertThat(last).contains("\"recordId\":\"loc-2\",\"action\":\"delete\"");
    }

    @Test
    void refusesAPushThatItCannotRead() {
        assertThat(site.post("/sync/v5/queued_records", "{\"queueLength\":").statusCode())
                .isEqualTo(400);
        assertThat(site.post("/sync/v5/queued_records", "{\"data\":[]}").statusCode())
                .isEqualTo(400);
        assertThat(network.received()).isEmpty();
    }

    @Test
    void signsUsersIn() {
        HttpResponse<String> answer = login("farmaceutica", "pass");
        assertThat(answer.statusCode()).isEqualTo(200);
        Json.Fields info = json(answer).object("userInfo");
        assertThat(info.object("user").integer("Language")).isEqualTo(2);
        List<Json.Fields> stores = info.objects("userStores");
        assertThat(stores).hasSize(5);
        assertThat(stores.stream().filter(store -> store.truth("can_login"))).hasSize(4);
        assertThat((List<?>) stores.getFirst().map().get("permissions"))
                .hasSize(515)
                .satisfies(flags -> {
                    assertThat(flags.get(83)).isEqualTo(true);
                    assertThat(flags.get(156)).isEqualTo(false);
                });
        assertThat(network.users().stream().filter(user -> user.permissions().contains(157)))
                .extracting(DemoUser::name)
                .containsExactly("directeur");
        assertThat(network.users().stream().filter(user -> user.permissions().contains(201)))
                .extracting(DemoUser::name)
                .contains("froid", "frio");
    }

    @Test
    void knowsPeopleWhomThisSiteRefuses() {
        assertThat(user("stagiaire").truth("active")).isFalse();
        List<String> own = stores("directeur").stream()
                .filter(store -> store.truth("can_login"))
                .map(store -> store.text("store_ID"))
                .toList();

        assertThat(stores("auditora").stream().filter(store -> store.truth("can_login")))
                .isNotEmpty()
                .noneMatch(store -> own.contains(store.text("store_ID")));
    }

    @Test
    void permissionsCanDifferFromStoreToStore() {
        List<Json.Fields> stores = stores("adjoint");
        List<Json.Fields> managing = stores.stream()
                .filter(store ->
                        ((List<?>) store.map().get("permissions")).get(83).equals(true))
                .toList();

        assertThat(managing).singleElement().satisfies(store -> assertThat(store.truth("store_default"))
                .isTrue());
        assertThat(stores).hasSize(5);
    }

    private Json.Fields user(String name) {
        return json(login(name, "pass")).object("userInfo").object("user");
    }

    private List<Json.Fields> stores(String name) {
        return json(login(name, "pass")).object("userInfo").objects("userStores");
    }

    @Test
    void blocksAUserAfterFiveWrongPasswords() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("directeur", "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> blocked = login("directeur", "pass");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(json(blocked).text("status")).isEqualTo("user_login_timeout");
        assertThat(json(blocked).integer("timeoutRemaining")).isEqualTo(60);
        clock.forward(Duration.ofMinutes(1));
        assertThat(login("directeur", "pass").statusCode()).isEqualTo(200);
    }

    @Test
    void findsPatientsAndMakesThemVisible() {
        HttpResponse<String> all = site.get("/api/v4/patient?limit=3&is_deleted=false");
        List<?> found = (List<?>) Json.read(all.body());
        assertThat(found).hasSize(3);
        Json.Fields patient = new Json.Fields((java.util.Map<?, ?>) found.getFirst());
        String query = "/api/v4/patient?code=" + patient.text("code") + "&dob=" + patient.text("date_of_birth");
        assertThat((List<?>) Json.read(site.get(query).body())).isNotEmpty();
        assertThat((List<?>)
                        Json.read(site.get("/api/v4/patient?first_name=@zzz@").body()))
                .isEmpty();
        assertThat(site.password("wrong").get("/api/v4/patient").statusCode()).isEqualTo(401);

        site.post("/sync/v5/initialise", "{}");
        long before = json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength");
        String body = "{\"name_ID\":\"" + patient.text("ID") + "\",\"store_ID\":\"" + store() + "\"}";
        assertThat(json(site.post("/api/v4/name_store_join", body)).truth("inactive"))
                .isFalse();
        assertThat(json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength"))
                .isEqualTo(before + 2);
    }

    @Test
    void movesAPullWhenADeliveryArrives() {
        site.post("/sync/v5/initialise", "{}");
        acknowledgeAll();
        long max = json(site.get("/sync/v5/central_records?cursor=0&limit=1")).integer("maxCursor");
        int records = network.deliver(network.sites().getFirst());
        List<Json.Fields> central = data(site.get("/sync/v5/central_records?cursor=" + max + "&limit=500"));
        List<Json.Fields> queued = data(site.get("/sync/v5/queued_records?limit=500"));
        assertThat(central).extracting(change -> change.text("tableName")).containsExactly("item", "name");
        assertThat(queued)
                .extracting(change -> change.text("tableName"))
                .startsWith("transact", "trans_line")
                .hasSize(6);
        assertThat(records).isEqualTo(central.size() + queued.size() + 1);
        var types = org.relais.catalogue.RecordTypes.load();
        List.of(central, queued)
                .forEach(changes -> changes.forEach(change -> assertThat(types.byTable(change.text("tableName"))
                                .orElseThrow()
                                .check(change.kept("recordData"))
                                .problems())
                        .isEmpty()));
    }

    @Test
    void answersInGzipWhenToldTo() throws Exception {
        network.close();
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).compressed(true));
        HttpRequest request = Caller.of(network, 1)
                .legacy("/sync/v5/central_records?cursor=0&limit=50")
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<java.io.InputStream> answer =
                java.net.http.HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        byte[] body = new java.util.zip.GZIPInputStream(answer.body()).readAllBytes();
        assertThat(Json.object(body).objects("data")).hasSize(50);
    }

    private List<Json.Fields> page(long cursor) {
        return data(site.get("/sync/v5/central_records?cursor=" + cursor + "&limit=5000"));
    }

    private void acknowledgeAll() {
        String ids = data(site.get("/sync/v5/queued_records?limit=5000")).stream()
                .map(record -> '"' + record.text("syncOutId") + '"')
                .collect(Collectors.joining(","));
        site.post("/sync/v5/acknowledged_records", "{\"syncIDs\":[" + ids + "]}");
        assertThat(json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength"))
                .isZero();
    }

    private String lastOfQueue() {
        String body = site.get("/sync/v5/queued_records?limit=5000").body();
        return body.substring(body.length() - 1000);
    }

    private HttpResponse<String> login(String name, String password) {
        return site.post(
                "/api/v4/login",
                "{\"username\":\"" + name + "\",\"password\":\"" + password
                        + "\",\"loginType\":\"User\",\"siteName\":\"site-1\"}");
    }

    private boolean push(int queueLength, String records) {
        return json(site.post(
                        "/sync/v5/queued_records", "{\"queueLength\":" + queueLength + ",\"data\":[" + records + "]}"))
                .truth("integrationStarted");
    }

    private String store() {
        return new District(2026, 5_000).series("store").id(2);
    }

    private static String location(String id, String store, String code) {
        return record(
                "Location",
                id,
                "{\"ID\":\"" + id + "\",\"Description\":\"x\",\"code\":\"" + code + "\",\"hold\":false,\"store_ID\":\""
                        + store + "\",\"type_ID\":null,\"Volume\":0}");
    }

    private static String record(String table, String id, String data) {
        return "{\"syncOutId\":\"1\",\"tableName\":\"" + table + "\",\"recordId\":\"" + id
                + "\",\"action\":\"Update\",\"recordData\":" + data + '}';
    }

    private static void assertRefused(Caller caller, int status, String code) {
        HttpResponse<String> answer = caller.get("/sync/v5/site");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer).get("code")).isEqualTo(code);
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");

        private void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
